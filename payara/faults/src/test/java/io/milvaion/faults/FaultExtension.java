package io.milvaion.faults;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.host.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Selects faults, starts one cluster for all of them, and repeats each as often as asked for. */
final class FaultExtension implements ExecutionCondition, TestTemplateInvocationContextProvider {

    private static final Namespace NAMESPACE = Namespace.create(FaultExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var fault = fault(context);
        if (fault == null) {
            return ConditionEvaluationResult.enabled("not a fault");
        }
        if (!Options.selects(fault)) {
            return ConditionEvaluationResult.disabled("not selected");
        }
        var missing = Tool.missing(Set.of(fault.needs()));
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("selected");
        }
        var advice = Tool.advice(missing);
        try {
            suite(context).report().noted(label(fault), "skipped: " + advice);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ConditionEvaluationResult.disabled(advice);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return fault(context) != null;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        return IntStream.rangeClosed(1, Options.REPEAT)
                .mapToObj(time -> new Invocation(fault(context), time));
    }

    static String label(Fault fault) {
        return fault.number() + " " + fault.name();
    }

    private static Fault fault(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Fault.class))
                .orElse(null);
    }

    private static Suite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Suite.class, type -> new Suite(), Suite.class);
    }

    /** One of the repetitions of a fault. */
    private record Invocation(Fault fault, int time) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return label(fault) + (Options.REPEAT > 1 ? " #" + time : "");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Parameters(fault, time));
        }
    }

    /** Hands over the cluster, whole, and the experiment, whose report follows the test. */
    private record Parameters(Fault fault, int time)
            implements ParameterResolver, AfterTestExecutionCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Cluster.class || type == Experiment.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var suite = suite(context);
            return parameter.getParameter().getType() == Cluster.class
                    ? suite.wholeCluster()
                    : context.getStore(NAMESPACE)
                            .getOrComputeIfAbsent(
                                    Experiment.class,
                                    type -> suite.experiment(fault, time),
                                    Experiment.class);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) throws IOException {
            var experiment = context.getStore(NAMESPACE).get(Experiment.class, Experiment.class);
            if (experiment != null) {
                experiment.end(context.getExecutionException().orElse(null));
            }
        }
    }
}
