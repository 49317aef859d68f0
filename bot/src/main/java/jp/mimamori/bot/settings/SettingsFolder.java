package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.bot.escalation.Ladders;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.schedules.BusinessCalendar;

/** Reads a folder of configuration files, all or nothing. */
public final class SettingsFolder {
  private static final Pattern SECURITY = Pattern.compile("security-(\\d{4}-\\d{2})\\.md");

  private final Path folder;
  private final YamlFiles files;
  private final List<Problem> problems = new ArrayList<>();

  private SettingsFolder(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.files = new YamlFiles(environment);
  }

  /** Throws {@link SettingsException} naming every problem found. */
  public static Settings read(Path folder, Map<String, String> environment) {
    return new SettingsFolder(folder, environment).settings();
  }

  private Settings settings() {
    Optional<Settings.Installation> installation =
        read("mimamori.yaml", InstallationFile.class, InstallationFile::installation);
    Optional<Map<String, String>> placeholders =
        read("placeholders.yaml", PlaceholdersFile.class, PlaceholdersFile::values);
    Optional<ServiceFacts> facts =
        read("service.yaml", ServiceFile.class, file -> file.facts(placeholders.orElse(Map.of())));
    Optional<BusinessCalendar> calendar =
        read("hours.yaml", HoursFile.class, file -> file.calendar(HolidaysCsv.read(folder)));
    Optional<Tenants> tenants = read("tenants.yaml", TenantsFile.class, TenantsFile::everybody);
    Optional<Ladders> ladders =
        read(
            "escalation.yaml",
            EscalationFile.class,
            file -> file.ladders(calendar.orElseGet(BusinessCalendar::standard), tenants));
    Optional<ResponseFile> response =
        read("response.yaml", ResponseFile.class, file -> checked(file, tenants));
    Optional<Settings.Operations> operations =
        read("operations.yaml", OperationsFile.class, file -> file.operations(security()));
    Optional<Settings.Desk> desk =
        Files.exists(folder.resolve("desk.yaml"))
            ? read("desk.yaml", DeskFile.class, file -> file.desk(tenants))
            : Optional.of(DeskFile.NONE.desk(tenants));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Settings(
        installation.orElseThrow(),
        facts.orElseThrow(),
        calendar.orElseThrow(),
        ladders.orElseThrow(),
        tenants.orElseThrow(),
        response.orElseThrow().policy(),
        response.orElseThrow().rulesOfMuting(),
        response.orElseThrow().masking(),
        operations.orElseThrow(),
        desk.orElseThrow());
  }

  /** {@code security-2026-10.md}: the operator's news for that month's report. */
  private Map<YearMonth, String> security() {
    Map<YearMonth, String> byMonth = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        Matcher name = SECURITY.matcher(file.getFileName().toString());
        if (name.matches()) {
          byMonth.put(YearMonth.parse(name.group(1)), Files.readString(file));
        }
      }
    } catch (IOException | DateTimeException e) {
      problems.add(
          new Problem(YamlFiles.shown(folder), "", "security-YYYY-MM.md: " + e.getMessage()));
    }
    return byMonth;
  }

  private static ResponseFile checked(ResponseFile file, Optional<Tenants> tenants) {
    var _ = file.policy();
    return tenants.isEmpty()
        ? file
        : file.checked(
            tenants.get().all().stream().map(Tenant::id).collect(toSet()),
            tenants.get().members().stream().map(Member::id).collect(toSet()));
  }

  private <F, T> Optional<T> read(String name, Class<F> type, Function<F, T> meaning) {
    Path file = folder.resolve(name);
    try {
      return Optional.of(meaning.apply(files.read(file, type)));
    } catch (YamlFiles.Malformed malformed) {
      problems.add(malformed.problem());
    } catch (Wrong wrong) {
      problems.add(new Problem(YamlFiles.shown(file), wrong.key(), wrong.what()));
    } catch (IllegalArgumentException refused) {
      problems.add(new Problem(YamlFiles.shown(file), "", String.valueOf(refused.getMessage())));
    }
    return Optional.empty();
  }
}
