package dev.alain.validators.packages;

/** Where notebooks run with packages that are there from the start. */
public enum Platform {
    /** Google Colab. */
    COLAB("Colab"),
    /** Kaggle, whose image stands on that of Colab. */
    KAGGLE("Kaggle");

    private final String label;

    Platform(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }
}
