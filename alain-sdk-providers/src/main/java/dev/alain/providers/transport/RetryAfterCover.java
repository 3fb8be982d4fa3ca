package dev.alain.providers.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides Retry-After from OkHttp, which would send a request again for 0, and dies of a number above an int.
 *
 * <p>It is found again under a longer name.
 */
final class RetryAfterCover implements Interceptor {
    static final String PREFIX = "X-Alain-";
    private static final String NAME = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header(NAME);
        return value == null
                ? response
                : response.newBuilder()
                        .removeHeader(NAME)
                        .header(PREFIX + NAME, value)
                        .build();
    }
}
