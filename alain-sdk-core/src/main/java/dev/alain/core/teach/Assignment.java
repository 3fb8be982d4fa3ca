package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is asked of a chat model, and how its answers are judged. */
interface Assignment<T> {
    /** In names of files, events and problems: {@code outline}, {@code section-03}. */
    String name();

    Contract contract();

    Prompts prompts();

    /**
     * The question.
     *
     * @param share of the usual amount of dossier; less when the model's context is short
     */
    String question(double share);

    String system();

    /** Room for the answer, in tokens. */
    int outputTokens();

    /** Understands an answer; never throws for its content. */
    Reading<T> read(ObjectNode answer);

    /** The running text of an answer, in which a model may go round in circles. */
    String prose(ObjectNode answer);

    /** What can be kept of an answer that was cut; an empty object when nothing can. */
    ObjectNode salvage(JsonNode cut);

    /** The members that are still to be asked for. */
    List<String> missing(ObjectNode kept);

    /**
     * What was kept, completed.
     *
     * @param goesOn whether lists go on where they ended, instead of being replaced
     */
    ObjectNode complete(ObjectNode kept, ObjectNode more, boolean goesOn);

    /**
     * What the model has to know of the part that is kept.
     *
     * @param goesOn whether it goes on behind that part, instead of replacing some of it
     */
    String known(ObjectNode kept, boolean goesOn);
}
