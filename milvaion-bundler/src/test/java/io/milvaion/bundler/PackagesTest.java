package io.milvaion.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import io.mvnpm.esbuild.model.WebDependency;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackagesTest {

    @Test
    void knowsPackagesOfBothKindsByTheirGroup() {
        assertThat(
                        Packages.of(
                                Path.of(
                                        "/repository/org/mvnpm/at/lit/reactive-element/2.1.2/reactive-element-2.1.2.jar")))
                .map(WebDependency::type)
                .contains(WebDependencyType.MVNPM);
        assertThat(
                        Packages.of(
                                Path.of(
                                        "/repository/org/webjars/npm/tanstack__virtual-core/3.13.12/tanstack__virtual-core-3.13.12.jar")))
                .map(WebDependency::type)
                .contains(WebDependencyType.WEBJARS);
    }

    @Test
    void leavesOutJarsOfJava() {
        assertThat(
                        Packages.of(
                                Path.of(
                                        "/repository/org/apache/commons/commons-compress/1.28.0/commons-compress-1.28.0.jar")))
                .isEmpty();
    }
}
