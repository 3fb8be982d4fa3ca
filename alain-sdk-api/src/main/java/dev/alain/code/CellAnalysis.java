package dev.alain.code;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one code cell. Places are those of the cell's own text, before IPython's transform.
 *
 * @param cellId its id
 * @param language {@code python}, or what a cell magic makes of it: {@code bash}, {@code html}, {@code javascript},
 *     {@code file}, {@code sql}, …; such a cell has commands only
 * @param syntaxError what CPython would say; empty when the cell parses or is no Python
 * @param imports in order
 * @param bound names that the cell defines at its top level
 * @param used names that the cell reads and does not define before
 * @param calls every call, in order, nested ones too
 * @param assignments to a name, an attribute or a subscript, keyword arguments' defaults excluded
 * @param strings every text literal, folded where neighbours or {@code +} join constant parts; docstrings too
 * @param commands shell lines and magics
 * @param comments from the number sign to the line's end
 * @param constructs statements and expressions that rules ask for
 */
public record CellAnalysis(
        String cellId,
        String language,
        Optional<SyntaxError> syntaxError,
        List<Import> imports,
        List<Name> bound,
        List<Name> used,
        List<Call> calls,
        List<Assignment> assignments,
        List<Literal> strings,
        List<Command> commands,
        List<Comment> comments,
        List<Construct> constructs) {
    /** Copies the lists. */
    public CellAnalysis {
        imports = List.copyOf(imports);
        bound = List.copyOf(bound);
        used = List.copyOf(used);
        calls = List.copyOf(calls);
        assignments = List.copyOf(assignments);
        strings = List.copyOf(strings);
        commands = List.copyOf(commands);
        comments = List.copyOf(comments);
        constructs = List.copyOf(constructs);
    }

    /** Whether the cell is Python that parses. */
    public boolean parsed() {
        return language.equals("python") && syntaxError.isEmpty();
    }

    /** What stands around a piece of code. */
    public record Context(boolean inFunction, boolean inClass, boolean inLoop, boolean inBranch, boolean inTry) {
        /** Straight-line code of the cell's top level. */
        public static final Context TOP = new Context(false, false, false, false, false);

        /** Whether a run of all cells surely reaches it: no function, branch or try around it. */
        public boolean surelyRuns() {
            return !inFunction && !inBranch && !inTry;
        }
    }

    /** A syntax error; line and column from 1. */
    public record SyntaxError(String message, int line, int column) {}

    /** A name at a place. */
    public record Name(String name, Place place) {}

    /**
     * One imported name.
     *
     * @param module full name as written, dots in front for a relative import
     * @param name what is taken from it; empty for {@code import module}, {@code *} for all
     * @param boundAs the name that the cell gets; empty for a star
     */
    public record Import(String module, String name, String boundAs, Place place, Context context) {
        /** The part of the module before the first dot; empty for a relative import. */
        public String root() {
            int dot = module.indexOf('.');
            return dot < 0 ? module : module.substring(0, dot);
        }
    }

    /**
     * A call.
     *
     * @param function dotted name with the notebook's import aliases resolved ({@code np.load} is
     *     {@code numpy.load}; {@code model.generate} stays), constant {@code getattr} and {@code __import__} resolved
     *     too; {@code ?.name} for a method of something that is no name; empty when the callee has no name
     * @param written the callee as it stands
     * @param arguments in order
     * @param awaited whether {@code await} stands before it
     */
    public record Call(
            String function, String written, List<Argument> arguments, boolean awaited, Place place, Context context) {
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** The argument of a keyword, or else the one at a position from 0; empty when there is neither. */
        public Optional<Argument> argument(String keyword, int position) {
            Optional<Argument> named =
                    arguments.stream().filter(a -> a.keyword().equals(keyword)).findFirst();
            if (named.isPresent() || position < 0 || position >= arguments.size()) {
                return named;
            }
            Argument at = arguments.get(position);
            return at.keyword().isEmpty() ? Optional.of(at) : Optional.empty();
        }

        /** The argument of a keyword. */
        public Optional<Argument> keyword(String keyword) {
            return argument(keyword, -1);
        }
    }

    /**
     * An argument of a call.
     *
     * @param keyword empty for a positional one, {@code *} and {@code **} for unpacking
     * @param text as it stands
     * @param value when it is constant after folding; names bound once to a constant in the notebook count
     * @param names dotted names that it reads
     */
    public record Argument(String keyword, String text, Optional<Constant> value, List<String> names, Place place) {
        public Argument {
            names = List.copyOf(names);
        }

        /** The text when the value is a constant text. */
        public Optional<String> string() {
            return value.filter(c -> c.kind() == Constant.Kind.STRING).map(Constant::text);
        }
    }

    /**
     * A constant.
     *
     * @param text the text itself, the number in Python's notation, {@code True}, {@code False}, {@code None}, or the
     *     source of a list, tuple, set or dict whose parts are all constant
     */
    public record Constant(Constant.Kind kind, String text) {
        /** What kinds of constants there are. */
        public enum Kind {
            STRING,
            BYTES,
            NUMBER,
            BOOLEAN,
            NONE,
            ELLIPSIS,
            COLLECTION
        }
    }

    /**
     * A value given to a name.
     *
     * @param target dotted ({@code os.environ['KEY']} is {@code os.environ[KEY]})
     * @param text the value as it stands
     * @param value when it is constant after folding
     * @param names dotted names that the value reads
     */
    public record Assignment(
            String target, String text, Optional<Constant> value, List<String> names, Place place, Context context) {
        public Assignment {
            names = List.copyOf(names);
        }
    }

    /**
     * A text literal.
     *
     * @param value its constant text after folding; for an f-string the constant parts with {@code {}} between them
     * @param folded whether it was put together from several pieces
     */
    public record Literal(String value, boolean folded, boolean formatted, Place place) {}

    /**
     * A line that IPython hands to something else.
     *
     * @param kind shell, line magic or cell magic
     * @param name the magic's name without per cent signs; empty for shell
     * @param text what follows, for a cell magic the rest of its first line; continuation lines joined
     * @param body the lines under a cell magic; empty otherwise
     * @param assignedTo the name that gets the result; empty for none
     */
    public record Command(Command.Kind kind, String name, String text, String body, String assignedTo, Place place) {
        /** Who takes the line. */
        public enum Kind {
            SHELL,
            LINE_MAGIC,
            CELL_MAGIC
        }
    }

    /** A comment, with its number sign. */
    public record Comment(String text, Place place) {}

    /**
     * A statement or expression that rules ask for.
     *
     * @param text a detail: the exception's name for a handler, the condition for an endless loop, …
     */
    public record Construct(Construct.Kind kind, String text, Place place, Context context) {
        /** What kinds there are. */
        public enum Kind {
            /** {@code except:}. */
            BARE_EXCEPT,
            /** {@code except Exception: pass}, or with {@code ...} or {@code continue} only. */
            SWALLOWED_EXCEPTION,
            ASSERT,
            /** {@code while True} (or another true constant) whose body holds no break, return or raise. */
            ENDLESS_LOOP,
            /** An f-string without placeholders. */
            PLAIN_FSTRING,
            /** The cell's last expression, which Jupyter shows, when no semicolon ends it. */
            SHOWN_VALUE,
            /** A function or class whose whole body is {@code ...} or {@code pass}, docstring aside. */
            EMPTY_BODY,
            /** {@code ...} as a statement of its own anywhere but in an empty body. */
            LOOSE_ELLIPSIS,
            /** {@code raise NotImplementedError}. */
            NOT_IMPLEMENTED,
            /** A {@code for} or {@code while} loop; the text is what it runs over. */
            LOOP
        }
    }
}
