package io.milvaion.web.declare.form;

import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.ground.word.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** All forms, by the names of their kinds. */
@ApplicationScoped
public class Forms {

    @Inject Instance<Form<?>> forms;

    public List<Form<?>> all() {
        return forms.stream()
                .sorted(Comparator.comparing((Form<?> form) -> form.kind().name()))
                .<Form<?>>map(form -> form)
                .toList();
    }

    public List<ObjectKind<?>> kinds() {
        return all().stream().<ObjectKind<?>>map(Form::kind).toList();
    }

    public Words<String> names() {
        return Words.of(all().stream().map(form -> form.kind().name()).toArray(String[]::new));
    }

    /** The form of a kind that there is. */
    public Form<?> require(String kind) {
        return all().stream()
                .filter(form -> form.kind().name().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
