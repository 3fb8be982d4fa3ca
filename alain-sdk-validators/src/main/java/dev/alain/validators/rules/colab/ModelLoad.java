package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Context;
import dev.alain.code.Place;

/**
 * A call that loads a model.
 *
 * @param assignedTo the name that holds it; empty for none
 * @param billions parameters
 * @param bytes of each parameter in memory
 * @param offloads whether what does not fit goes to the CPU's memory
 * @param onCpu whether the code says that it stays off the GPU
 */
record ModelLoad(
        String cellId,
        Call call,
        String id,
        String assignedTo,
        double billions,
        double bytes,
        boolean offloads,
        boolean onCpu) {
    Place place() {
        return call.place();
    }

    Context context() {
        return call.context();
    }
}
