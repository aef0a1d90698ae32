package medflip.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static medflip.architecture.Conditions.beRecordsOfASealedFamily;
import static medflip.architecture.Conditions.haveAGroupOfTheirOwn;
import static medflip.architecture.Conditions.haveTheNameOfTheirKind;
import static medflip.architecture.Conditions.meetOtherDomainsInEventsOnly;
import static medflip.architecture.Conditions.nameTheirStream;
import static medflip.architecture.Conditions.sayOfEachTextWhetherItIsPersonal;
import static medflip.architecture.Kinds.aDoorOfTheWriteSide;
import static medflip.architecture.Kinds.anAggregate;
import static medflip.architecture.Kinds.anEvent;
import static medflip.architecture.Kinds.domains;
import static medflip.architecture.Kinds.hasAGroup;
import static medflip.architecture.Kinds.inRole;
import static medflip.architecture.Kinds.outsideStores;
import static medflip.architecture.Kinds.readsTheClock;
import static medflip.architecture.Kinds.rollsDice;

import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import medflip.kernel.DomainEvent;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.Ids;
import medflip.platform.view.Automation;
import medflip.platform.view.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** What the code keeps to, and why. {@link ArchitectureTest} checks it, {@link BrokenOnPurposeTest} breaks it. */
enum Rule {
    EVERYTHING_HAS_ITS_PLACE(classes()
            .should()
            .resideInAnyPackage(domains("events", "write", "automation", "read", "inbound"))
            .orShould()
            .resideInAnyPackage("medflip.kernel", "medflip.platform.*", "medflip.launcher", "medflip.launcher.*")
            .because("a newcomer finds a thing by its domain, then by its role")),

    EVENTS_KNOW_NO_FRAMEWORK(classes()
            .that(inRole("events").or(resideInAPackage("medflip.kernel")))
            .should()
            .onlyDependOnClassesThat(inRole("events")
                    .or(resideInAPackage("medflip.kernel"))
                    .or(resideInAPackage("java.."))
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage("com.fasterxml.jackson.annotation")))
            .because("facts outlive every framework that ever reads them")),

    READ_NEVER_SEES_WRITE(noClasses()
            .that(inRole("read"))
            .should()
            .dependOnClassesThat(inRole("write", "automation", "inbound"))
            .because("the read side runs, scales and is rebuilt without the write side")),

    WRITE_NEVER_SEES_READ(noClasses()
            .that(inRole("write", "automation", "inbound"))
            .should()
            .dependOnClassesThat(inRole("read"))
            .because("a view lags behind: no decision may rest on it")),

    DOMAINS_MEET_IN_EVENTS(classes()
            .that(inRole("write", "automation", "read", "inbound"))
            .should(meetOtherDomainsInEventsOnly())
            .because("a domain is changed without reading the others; imports alone may look up who is known and send"
                    + " any domain's commands, since they do what a user would do by hand, and sales those of lots,"
                    + " since each lot must have set its boxes aside before the sale is confirmed")),

    THE_CLOCK_IS_HANDED_IN(noClasses()
            .that(inRole("events", "write", "automation", "read", "inbound").or(resideInAPackage("medflip.kernel")))
            .should()
            .accessTargetWhere(readsTheClock())
            .because("a test sets the time by java.time.Clock; a replay must not see today's")),

    NOBODY_ROLLS_DICE(noClasses()
            .that(inRole("events", "write", "automation", "read", "inbound").or(resideInAPackage("medflip.kernel")))
            .should()
            .accessTargetWhere(rollsDice())
            .because("ids come from medflip.platform.text.Ids or the caller; secrets come from SecureRandom")),

    DECISIONS_AND_VIEWS_FOLLOW_FROM_EVENTS(noClasses()
            .that(anAggregate())
            .or()
            .areAnnotatedWith(Projection.class)
            .or()
            .areAnnotatedWith(Automation.class)
            .should()
            .dependOnClassesThat(assignableTo(Clock.class)
                    .or(assignableTo(RandomGenerator.class))
                    .or(assignableTo(SecureRandom.class))
                    .or(assignableTo(Ids.class))
                    .or(resideInAPackage("org.slf4j..")))
            .because("the same events must give the same state, rows and commands at every replay, and no log lines")),

    ONLY_STORES_TOUCH_THE_DATABASE(noClasses()
            .that(resideInAPackage("medflip..")
                    .and(resideOutsideOfPackage("medflip.platform.."))
                    .and(outsideStores()))
            .should()
            .dependOnClassesThat(resideInAPackage("java.sql..")
                    .or(resideInAPackage("javax.sql.."))
                    .or(resideInAPackage("org.springframework.jdbc.."))
                    .or(resideInAPackage("org.postgresql.."))
                    .or(assignableTo(TenantJdbc.class)))
            .because("whose rows a statement sees is a question that must be asked in few places")),

    EVENTS_ARE_RECORDS_OF_A_SEALED_FAMILY(classes()
            .that()
            .areAssignableTo(DomainEvent.class)
            .and()
            .doNotBelongToAnyOf(DomainEvent.class)
            .should(beRecordsOfASealedFamily())
            .because("a switch over a family is then complete, and the family's page tells all that can happen")),

    EVENTS_NAME_THEIR_STREAM(classes()
            .that(anEvent())
            .should(nameTheirStream())
            .because("whose a fact is must be told by the fact itself, also outside the event table")),

    PERSONAL_DATA_IS_MARKED(classes()
            .that(anEvent())
            .should(sayOfEachTextWhetherItIsPersonal())
            .because("what isn't marked is stored in clear and can never be erased (policy promises P7 and P8)")),

    PROCESSING_GROUPS_ARE_NAMED_AND_UNIQUE(classes()
            .that(hasAGroup())
            .should(haveAGroupOfTheirOwn())
            .because("two views in one group are reset together, and Axon takes an empty name without a word")),

    EVENTS_ARE_HEARD_IN_NAMED_GROUPS(methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .beDeclaredInClassesThat(hasAGroup())
            .because("a handler elsewhere lands in a group that nobody named, rebuilds or watches")),

    PROJECTIONS_ARE_CALLED_SO(classes()
            .that()
            .areAnnotatedWith(Projection.class)
            .should()
            .haveSimpleNameEndingWith("Projection")
            .andShould(be(inRole("read")))
            .because("a view, its SQL and its API lie side by side")),

    POLICIES_READ_AS_SENTENCES(classes()
            .that()
            .areAnnotatedWith(Automation.class)
            .should()
            .haveNameMatching(".*\\.When[A-Z]\\w*Then[A-Z]\\w*")
            .andShould(be(inRole("automation", "write")))
            .because("the folder's listing is the rule book")),

    HANDLERS_ARE_CALLED_BY_WHAT_THEY_DO(methods()
            .should(haveTheNameOfTheirKind())
            .because("decide, evolve, on, react and answer are the five verbs of this code")),

    CONTROLLERS_ARE_APIS(classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveNameMatching(".*(Api|Webhook)")
            .andShould()
            .bePackagePrivate()
            .because("what answers HTTP is found by its name, and nobody calls it but HTTP")),

    NAMES_SAY_WHAT_A_THING_IS(noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Common|Dto|Service)")
            .because("such a word stands where nobody knew what the thing is")),

    COMMANDS_AND_LOOK_UPS_ALONE_ARE_PUBLIC(noClasses()
            .that(inRole("write", "automation", "read", "inbound").and(not(aDoorOfTheWriteSide())))
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic()
            .because("what others can't see can be changed without asking them")),

    PACKAGES_HAVE_NO_CYCLES(slices().matching("medflip.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood, and moved, all at once")),

    CONSTRUCTORS_TAKE_WHAT_IS_NEEDED(noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("a constructor shows what a thing needs, and a test can give it")),

    FIELDS_ARE_NO_OPTIONALS(
            noFields().should().haveRawType(Optional.class).because("@Nullable says it, and NullAway checks it")),

    STATICS_ARE_FINAL(fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("what every test and tenant shares must not change"));

    private final ArchRule rule;

    Rule(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }
}
