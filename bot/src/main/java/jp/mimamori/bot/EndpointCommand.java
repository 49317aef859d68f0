package jp.mimamori.bot;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.visionone.VisionOneClient;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.endpoint.EndpointDesk;
import jp.mimamori.bot.endpoint.Shortcoming;
import jp.mimamori.bot.endpoint.Shortcomings;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.Settings.Edr;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether endpoints are as the service needs them. */
@Command(
    name = "endpoint",
    description = "Says which endpoints do not meet the prerequisites of the service.",
    subcommands = EndpointCommand.Status.class)
public final class EndpointCommand {

  /** Lists them. */
  @Command(
      name = "status",
      description = {
        "Lists the endpoints that miss something of the annex's list. Vision One is asked now; of"
            + " the simulator, which lives in the service, what the daily look found."
      })
  public static final class Status implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant's.")
    private @Nullable String tenant;

    @Override
    public Integer call() {
      Settings settings = folders.settings();
      List<Tenant> asked =
          settings.tenants().all().stream()
              .filter(one -> tenant == null || one.id().equals(tenant))
              .toList();
      if (asked.isEmpty()) {
        throw new Failure("tenants.yaml names no tenant " + tenant + ".");
      }
      switch (settings.installation().edr()) {
        case Edr.VisionOne(_, VisionOneSettings service) -> {
          try (var client = new VisionOneClient(service)) {
            List<EndpointFacts> endpoints = client.endpoints();
            asked.forEach(one -> tell(one, EndpointDesk.of(one, endpoints)));
          }
        }
        case Edr.Simulated _ -> {
          try (Database database = folders.look(settings)) {
            asked.forEach(one -> tell(one, database));
          }
        }
      }
      return 0;
    }

    private void tell(Tenant of, List<EndpointFacts> endpoints) {
      List<EndpointFacts> wanting =
          endpoints.stream().filter(facts -> !facts.missing().isEmpty()).toList();
      out().printf("%s: %d of %d miss something%n", of.id(), wanting.size(), endpoints.size());
      wanting.forEach(facts -> line(facts.endpoint().name(), facts.missing()));
      List<Prerequisite> untold =
          endpoints.stream().flatMap(facts -> facts.untold().stream()).distinct().sorted().toList();
      if (!untold.isEmpty()) {
        line("to be looked up in the console", untold);
      }
    }

    private void tell(Tenant of, Database database) {
      var shortcomings = new Shortcomings();
      database
          .read(view -> shortcomings.look(view, of.id()))
          .ifPresentOrElse(
              look -> {
                List<Shortcoming> found = database.read(view -> shortcomings.of(view, of.id()));
                out()
                    .printf(
                        "%s: %d of %d miss something, looked at %s%n",
                        of.id(), found.size(), look.endpoints(), Lines.second(look.at()));
                found.forEach(one -> line(one.name(), one.missing()));
              },
              () ->
                  out()
                      .println(
                          of.id() + ": not looked at yet (./mimamori schedules run endpoints)"));
    }

    private void line(String name, List<Prerequisite> which) {
      out()
          .println(
              "  "
                  + name
                  + ": "
                  + which.stream().map(Prerequisite::name).collect(Collectors.joining(", ")));
    }

    private PrintWriter out() {
      return spec.commandLine().getOut();
    }
  }
}
