// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the house (STYLE.md and the invariants of ARCHITECTURE.md), as far as a machine can keep them. */
public final class HouseRules {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    private HouseRules() {}

    /** The product's classes below a package, without tests. */
    public static JavaClasses of(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test-kit/"))
                .importPackages(basePackage);
    }

    /** Every rule by the sentence it is known by, for the service whose classes are below the given package. */
    public static Map<String, ArchRule> forService(String basePackage) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no class of one service in another", noForeignService(basePackage));
        rules.put("no cycles between features", noCycles(basePackage));
        rules.put("ROME stays in the feed writers", romeOnlyInWriters());
        rules.put("the entity manager stays in collections", entityManagerOnlyInCollections());
        rules.put("entities are not in a resource's signature", noEntityInResources());
        rules.put("time comes from the clock", timeOnlyFromTheClock());
        rules.put("transactions are the use cases' business", noTransactionInResources());
        rules.put("no implementation types", noImplementationTypes());
        rules.put("nothing is printed", nothingPrinted());
        rules.put("no layer packages", noLayerPackages());
        rules.put("no names that say nothing", noEmptyNames());
        return rules;
    }

    static ArchRule noForeignService(String basePackage) {
        String[] others = Stream.of("article", "feed", "siteinfo", "site", "server", "durable")
                .map(service -> "org.rongmei." + service)
                .filter(service -> !service.equals(basePackage))
                .map(service -> service + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(basePackage + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    static ArchRule noCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule romeOnlyInWriters() {
        return noClasses()
                .that(DescribedPredicate.not(simpleNameEndingWith("RssWriter").or(simpleNameEndingWith("AtomWriter"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.rometools.."))
                .allowEmptyShould(true);
    }

    /** A collection is named by what it holds, in the plural; a store hands the entity manager out to them. */
    static ArchRule entityManagerOnlyInCollections() {
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.describe(
                "are neither collections nor Store, ChangeLog, CopyDesk or the kit",
                type -> !type.getPackageName().startsWith("org.rongmei.kit")
                        && !Stream.of("Store", "ChangeLog", "CopyDesk").toList().contains(type.getSimpleName())
                        && !type.getSimpleName().endsWith("s")
                        && !type.getSimpleName().endsWith("IT"));
        return noClasses()
                .that(elsewhere)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .allowEmptyShould(true);
    }

    static ArchRule noEntityInResources() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(PATH)
                .should(new ArchCondition<JavaMethod>("not show an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(type -> type.isAnnotatedWith(ENTITY))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows " + type.getName())));
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule timeOnlyFromTheClock() {
        return noClasses()
                .that(DescribedPredicate.not(
                        resideInAnyPackage("org.rongmei.kit", "org.rongmei.server", "org.rongmei.test")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .allowEmptyShould(true);
    }

    static ArchRule noTransactionInResources() {
        return noClasses()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .beAnnotatedWith(TRANSACTIONAL)
                .allowEmptyShould(true);
    }

    static ArchRule noImplementationTypes() {
        return noClasses()
                .that(alwaysTrue())
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.eclipse.persistence..",
                        "org.jboss.resteasy..",
                        "org.jboss.weld..",
                        "org.hibernate..",
                        "com.ibm..",
                        "io.openliberty.."))
                .allowEmptyShould(true);
    }

    static ArchRule nothingPrinted() {
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("org.rongmei.server")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true);
    }

    static ArchRule noLayerPackages() {
        return noClasses()
                .should()
                .resideInAnyPackage("..boundary..", "..control..", "..dto..", "..impl..", "..util..", "..common..")
                .allowEmptyShould(true);
    }

    static ArchRule noEmptyNames() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Impl|Dto|Util|Utils)$")
                .allowEmptyShould(true);
    }
}
