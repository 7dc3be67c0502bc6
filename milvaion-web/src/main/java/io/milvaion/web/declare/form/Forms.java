package io.milvaion.web.declare.form;

import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.ground.word.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All forms, by the names of their kinds. */
@ApplicationScoped
public class Forms {

    private final SortedMap<String, Form<?>> byKind = new TreeMap<>();

    @Inject
    void find(Instance<Form<?>> forms) { // once: each of many documents asks
        forms.forEach(form -> byKind.put(form.kind().name(), form));
    }

    public List<Form<?>> all() {
        return List.copyOf(byKind.values());
    }

    public List<ObjectKind<?>> kinds() {
        return all().stream().<ObjectKind<?>>map(Form::kind).toList();
    }

    public Words<String> names() {
        return Words.of(byKind.keySet().toArray(String[]::new));
    }

    /** The form of a kind that there is. */
    public Form<?> require(String kind) {
        return Optional.ofNullable(byKind.get(kind)).orElseThrow();
    }
}
