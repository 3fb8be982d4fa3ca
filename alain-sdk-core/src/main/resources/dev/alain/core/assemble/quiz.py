import html
import re

LETTERS = "abcdefgh"


def check(number, letter):
    question, options, right, because = QUESTIONS[number - 1]
    verdict = "Right." if LETTERS.index(letter.lower()) == right else f"Not quite: {LETTERS[right]} is right."
    print(f"{verdict} {because}")


def print_quiz():
    for number, (question, options, _, _) in enumerate(QUESTIONS, start=1):
        print(f"{number}. {question}")
        for letter, option in zip(LETTERS, options):
            print(f"   {letter}) {option}")


def show_quiz(widgets, display):
    for number, (question, options, _, _) in enumerate(QUESTIONS, start=1):
        shown = [option.replace("`", "") for option in options]
        choice = widgets.RadioButtons(options=shown, index=None, layout=widgets.Layout(width="95%"))
        button = widgets.Button(description="Check")
        answer = widgets.Output()

        def on_click(_, number=number, options=shown, choice=choice, answer=answer):
            with answer:
                answer.clear_output()
                if choice.value is None:
                    print("Choose an answer first.")
                else:
                    check(number, LETTERS[options.index(choice.value)])

        button.on_click(on_click)
        text = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(question))
        display(widgets.VBox([widgets.HTML(f"<b>{number}. {text}</b>"), choice, button, answer]))


try:
    import ipywidgets
    from IPython.display import display
except ImportError:
    print_quiz()
else:
    show_quiz(ipywidgets, display)
