package dev.alain.docs;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationReport;
import java.nio.charset.StandardCharsets;

/** A program that knows the api only and checks a notebook with the catalogue it finds. */
final class ValidateOnModulePath {
    private ValidateOnModulePath() {}

    public static void main(String[] arguments) {
        String notebook = """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "c1", "metadata": {}, "execution_count": null, "outputs": [],
                   "source": "print(undefined_name"}]}
                """;
        ValidationReport report = NotebookValidator.builder()
                .build()
                .validate(NotebookDocument.read(notebook.getBytes(StandardCharsets.UTF_8)));
        System.out.println(
                NotebookValidator.class.getModule() + " " + report.rulesRun().size() + " rules");
        report.findings().forEach(System.out::println);
        System.out.println("failed " + report.rulesFailed());
    }
}
