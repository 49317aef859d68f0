package jp.mimamori.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The walls of the house. */
@AnalyzeClasses(packages = "jp.mimamori", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
  /** Tests lie where this test lies, whatever folder a build compiles them into. */
  static final class WithoutTests implements ImportOption {
    private static final String TESTS =
        ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().toString();

    @Override
    public boolean includes(Location location) {
      return !location.contains(TESTS);
    }
  }

  private static final List<String> ROOMS =
      List.of(
          "bot",
          "bot.alert",
          "bot.announcement",
          "bot.bell",
          "bot.chat",
          "bot.chat.discord",
          "bot.chat.discord.local",
          "bot.chat.slack",
          "bot.chat.slack.local",
          "bot.chat.web",
          "bot.edr",
          "bot.edr.simulator",
          "bot.edr.visionone",
          "bot.endpoint",
          "bot.escalation",
          "bot.frontdesk",
          "bot.inquiry",
          "bot.mail",
          "bot.markup",
          "bot.report",
          "bot.response",
          "bot.settings",
          "bot.store",
          "bot.tenant",
          "knowledge",
          "schedules");

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("jp.mimamori.bot.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theHouseIsEnteredFromAbove =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("jp.mimamori.bot..")
          .layer("top")
          .definedBy("jp.mimamori.bot")
          .layer("settings")
          .definedBy("..bot.settings..")
          .layer("frontdesk")
          .definedBy("..bot.frontdesk..")
          .layer("report")
          .definedBy("..bot.report..")
          .layer("desks")
          .definedBy(
              "..bot.alert..",
              "..bot.response..",
              "..bot.inquiry..",
              "..bot.announcement..",
              "..bot.endpoint..")
          .layer("people")
          .definedBy("..bot.escalation..", "..bot.tenant..", "..bot.bell..")
          .layer("ground")
          .definedBy(
              "..bot.store..", "..bot.chat..", "..bot.mail..", "..bot.edr..", "..bot.markup..")
          .withOptionalLayers(true)
          .whereLayer("top")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("top")
          .whereLayer("frontdesk")
          .mayOnlyBeAccessedByLayers("top")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("top", "frontdesk")
          .whereLayer("desks")
          .mayOnlyBeAccessedByLayers("top", "settings", "frontdesk", "report")
          .whereLayer("people")
          .mayOnlyBeAccessedByLayers("top", "settings", "frontdesk", "report", "desks");

  @ArchTest
  static final ArchRule siblingsDoNotKnowEachOther =
      slices()
          .matching("jp.mimamori.bot.(alert|response|inquiry|announcement|endpoint)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule platformsDoNotKnowEachOther =
      slices().matching("jp.mimamori.bot.chat.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheFrontDeskSpeaksChat =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..bot.alert..",
              "..bot.announcement..",
              "..bot.endpoint..",
              "..bot.response..",
              "..bot.inquiry..",
              "..bot.report..",
              "..bot.escalation..",
              "..bot.tenant..",
              "..bot.bell..",
              "..bot.settings..",
              "..bot.edr..",
              "..bot.markup..",
              "..bot.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jp.mimamori.bot.chat..");

  /** Settings name what there is of mail; features do not know that there is any. */
  @ArchTest
  static final ArchRule onlyTheFrontDeskWritesLetters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "jp.mimamori.bot", "..bot.frontdesk..", "..bot.settings..", "..bot.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jp.mimamori.bot.mail..");

  @ArchTest
  static final ArchRule mailsLibraryLivesInMail =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.mimamori.bot.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule theEdrAndTheStoreKnowNobodyAboveThem =
      noClasses()
          .that()
          .resideInAnyPackage("..bot.edr..", "..bot.store..", "..bot.markup..", "..bot.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..bot.tenant..", "..bot.escalation..", "..bot.chat..");

  @ArchTest
  static final ArchRule luceneLivesInKnowledge =
      livesOnlyIn("org.apache.lucene..", "jp.mimamori.knowledge..");

  @ArchTest
  static final ArchRule quartzLivesInSchedules =
      livesOnlyIn("org.quartz..", "jp.mimamori.schedules..");

  @ArchTest
  static final ArchRule printingLivesInReport =
      livesOnlyIn("com.openhtmltopdf..", "jp.mimamori.bot.report..");

  @ArchTest
  static final ArchRule theDatabaseLivesInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.mimamori.bot.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..");

  @ArchTest
  static final ArchRule theWebServerLivesInTheWebPlatformAndInTheLocalDiscord =
      noClasses()
          .that()
          .resideOutsideOfPackages("..bot.chat.web..", "..bot.chat.discord.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javalin..");

  @ArchTest
  static final ArchRule theLocalDiscordIsAStandInAndNobodysFriend =
      noClasses()
          .that()
          .resideOutsideOfPackages("jp.mimamori.bot", "..chat.discord.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..chat.discord.local..");

  @ArchTest
  static final ArchRule slacksLibraryLivesInSlack =
      livesOnlyIn("com.slack.api..", "jp.mimamori.bot.chat.slack");

  @ArchTest
  static final ArchRule theLocalSlackIsAStandInAndNobodysFriend =
      noClasses()
          .that()
          .resideOutsideOfPackages("jp.mimamori.bot", "..chat.slack.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..chat.slack.local..");

  @ArchTest
  static final ArchRule jdaLivesInTheDiscordPlatform =
      livesOnlyIn("net.dv8tion..", "jp.mimamori.bot.chat.discord..");

  @ArchTest
  static final ArchRule theSimulatorIsAStandInAndNobodysFriend =
      noClasses()
          .that()
          .resideOutsideOfPackages("jp.mimamori.bot", "..edr.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..edr.simulator..");

  @ArchTest
  static final ArchRule timeComesInAsAnArgument =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule theClockStaysAtTheTop =
      noClasses()
          .that()
          .resideOutsideOfPackages("jp.mimamori.bot", "jp.mimamori.schedules")
          .should()
          .callMethod(InstantSource.class, "system");

  /** A rule about a room that is not there holds for ever; so the rooms are named and checked. */
  @ArchTest
  static void theRoomsThatTheRulesNameExist(JavaClasses classes) {
    for (String room : ROOMS) {
      assertTrue(
          classes.stream().anyMatch(type -> type.getPackageName().equals("jp.mimamori." + room)),
          room);
    }
  }

  private static ArchRule livesOnlyIn(String library, String home) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
