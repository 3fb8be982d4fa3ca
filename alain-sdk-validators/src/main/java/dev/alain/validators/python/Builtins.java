package dev.alain.validators.python;

import java.util.Set;

/** Names that every cell has: those of Python 3.13's {@code builtins} module and those that IPython adds. */
final class Builtins {
    private static final Set<String> NAMES = Set.of("""
            ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
            BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
            ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning
            EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError
            FutureWarning GeneratorExit IOError ImportError ImportWarning In IndentationError IndexError
            InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
            NameError None NotADirectoryError NotImplemented NotImplementedError OSError Out OverflowError
            PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
            ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
            SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError
            UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning
            ValueError Warning WindowsError ZeroDivisionError _ _IncompleteInputError __ ___ __annotations__
            __build_class__ __builtins__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__
            __spec__ _dh _i _ih _ii _iii _oh abs aiter all anext any ascii bin bool breakpoint bytearray bytes
            callable chr classmethod compile complex copyright credits delattr dict dir display divmod enumerate eval
            exec exit filter float format frozenset get_ipython getattr globals hasattr hash help hex id input int
            isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow
            print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple
            type vars zip
            """.strip().split("\\s+"));

    private Builtins() {}

    static boolean has(String name) {
        return NAMES.contains(name) || outputName(name);
    }

    /** Whether it is a name like {@code _12} or {@code _i12}, by which IPython keeps what a cell gave or said. */
    private static boolean outputName(String name) {
        int digits = name.startsWith("_i") ? 2 : 1;
        if (name.length() <= digits || name.charAt(0) != '_') {
            return false;
        }
        return name.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
    }
}
