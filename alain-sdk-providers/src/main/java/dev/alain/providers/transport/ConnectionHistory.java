package dev.alain.providers.transport;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Knows which connections have served before, and tells the call that gets one. */
final class ConnectionHistory implements Interceptor {
    private final Set<Connection> known = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        CallTrace trace = chain.request().tag(CallTrace.class);
        if (connection != null && trace != null) {
            trace.connected(!known.add(connection));
        }
        return chain.proceed(chain.request());
    }
}
