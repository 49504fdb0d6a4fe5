package org.trueup.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the arrows between modules and packages, and a few habits that a compiler does not. */
class ArchitectureTest {
    private static final String RULES = "org.trueup.rules..";
    private static final String SPREADSHEETS = "org.trueup.spreadsheets..";
    private static final String BATCH = "org.trueup.batch..";
    private static final String SERVER = "org.trueup.server..";
    private static final String SPRING = "org.springframework..";
    private static final String SQL = "java.sql..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // tests of other modules come as jars
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.trueup");

    @Test
    void sawASaneNumberOfClasses() {
        assertThat(PRODUCT.size()).isGreaterThanOrEqualTo(200);
        Set<String> modules = PRODUCT.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(modules).contains("rules", "spreadsheets", "batch", "server");
    }

    @Test
    void rulesKnowNothingOfExcelSqlAndSpring() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SPREADSHEETS, BATCH, SERVER, "org.apache.poi..", SPRING, SQL, "javax.sql..")
                .check(PRODUCT);
    }

    @Test
    void spreadsheetsKnowNothingOfSqlAndSpring() {
        noClasses()
                .that()
                .resideInAPackage(SPREADSHEETS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BATCH, SERVER, SPRING, SQL, "javax.sql..")
                .check(PRODUCT);
    }

    @Test
    void batchJobsKnowNothingOfHttpAndPages() {
        noClasses()
                .that()
                .resideInAPackage(BATCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER, "org.springframework.web..", "jakarta.servlet..", "org.thymeleaf..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.trueup.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = PRODUCT.stream()
                .map(JavaClass::getPackage)
                .filter(place -> !place.isAnnotatedWith(NullMarked.class))
                .map(place -> place.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.trueup.server.cli")
                .should(ACCESS_STANDARD_STREAMS)
                .check(PRODUCT);
    }
}
