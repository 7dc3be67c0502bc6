package io.milvaion.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static io.milvaion.tests.architecture.Production.EJB;
import static io.milvaion.tests.architecture.Production.WEB;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * Statements are written as {@code Sql} or {@code Columns} and read by {@code Row}. There is no
 * exception: a statement over arrays costs no more than one by hand.
 */
class OneWayIntoTheDatabaseTest {

    private static final String PERSISTENCE = "io.milvaion.scheduler.ground.persistence..";

    @Test
    void nobodyPreparesStatementsOrReadsResultsByHand() {
        noClasses()
                .that()
                .resideInAnyPackage(EJB, WEB)
                .and()
                .resideOutsideOfPackage(PERSISTENCE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Statement.class,
                        PreparedStatement.class,
                        CallableStatement.class,
                        ResultSet.class,
                        Array.class)
                .check(CLASSES);
    }
}
