package dev.alain.core.json;

import dev.alain.core.json.TolerantReader.Reading;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply while it is being written, for previews.
 *
 * <pre>{@code
 * RepairStream stream = JsonRepair.stream(RepairOptions.defaults());
 * model.stream(request, delta -> {
 *     stream.feed(delta);
 *     stream.snapshot().ifPresent(preview -> show(preview.value()));
 * });
 * RepairResult reply = stream.finish();
 * }</pre>
 *
 * <p>Snapshots are prefix-stable for replies whose strings are well formed: what one shows stays in those that follow,
 * except that its last string may grow and elements may be added. Where a quote is missing or not escaped, the last
 * string may also become shorter once more of the text tells where it ends. How the text was cut into chunks makes no difference. A snapshot takes time linear in the
 * text so far and is kept until more is fed; feeding takes constant time per character. Not safe for use by several
 * threads at once.
 */
public final class RepairStream {
    private final RepairOptions options;
    private final RepairOptions partial;
    private final StringBuilder text = new StringBuilder();
    private int document = -1;
    private @Nullable RepairResult last;

    RepairStream(RepairOptions options) {
        this.options = options;
        this.partial = options.toBuilder().partial(true).build();
    }

    /**
     * Adds what arrived.
     *
     * @throws JsonRepairException if the text is longer than the limits allow; what was fed before stays
     */
    public RepairStream feed(CharSequence chunk) {
        Objects.requireNonNull(chunk, "chunk");
        if ((long) text.length() + chunk.length() > options.limits().maxChars()) {
            throw JsonRepairException.limit(
                    text.length(),
                    "The reply has more than " + options.limits().maxChars()
                            + " characters; raise RepairLimits.maxChars if that is meant");
        }
        text.append(chunk);
        last = null;
        return this;
    }

    /**
     * What there is so far of the first array or object; empty before it has begun. The schema helps to read it, but
     * the value isn't aligned to it yet.
     *
     * @throws JsonRepairException if it is over the limits, or holds what {@link RepairProfile#DEFAULT} refuses
     */
    public Optional<RepairResult> snapshot() {
        if (last == null) {
            last = read();
        }
        return Optional.ofNullable(last);
    }

    private @Nullable RepairResult read() {
        Source source = new Source(text.toString());
        if (document < 0) {
            document = new Openings(source).certain(new Envelope(source).certainStart());
        }
        if (document < 0) {
            return null;
        }
        Notes notes = new Notes(options.limits().repairsPerKind());
        CompiledSchema schema = options.compiled();
        KeyHints hints = schema == null ? KeyHints.NONE : schema.hints();
        TolerantReader reader = new TolerantReader(source, partial, hints, notes, new SpanBook(false));
        Reading reading = Objects.requireNonNull(reader.read(document));
        return new RepairResult(reading.value(), notes.list(), reading.completeness(), reading.span());
    }

    /**
     * Reads the whole text, just as {@link JsonRepair#parse(CharSequence, RepairOptions)} does: of several documents
     * it may choose another than the first.
     *
     * @throws JsonRepairException as that method does
     */
    public RepairResult finish() {
        return JsonRepair.parse(text, options);
    }
}
