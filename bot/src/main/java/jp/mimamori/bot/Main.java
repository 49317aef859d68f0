package jp.mimamori.bot;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import jp.mimamori.bot.chat.web.WebException;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.settings.SettingsException;
import jp.mimamori.bot.store.StoreException;
import jp.mimamori.knowledge.documents.DocumentException;
import jp.mimamori.knowledge.official.OfficialTextException;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. A command says what is wrong in one sentence, exits 2 on bad usage and 1 on
 * failure, and shows no stack trace for an operator's mistake.
 */
@Command(
    name = "mimamori",
    description = "Support and response desk of a managed EDR service (見守り).",
    mixinStandardHelpOptions = true,
    version = "Mimamori 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      AskCommand.class,
      EvalCommand.class,
      RankCommand.class,
      CalendarCommand.class,
      EscalationCommand.class,
      AlertsCommand.class,
      InquiriesCommand.class,
      AuditCommand.class,
      ReportCommand.class,
      EndpointCommand.class,
      SchedulesCommand.class,
      NoticeCommand.class,
      KnowledgeCommand.class,
      ImportCommand.class,
      SimulatorCommand.class,
      ConfigCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  public static void main(String... arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs one command; returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commands =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Main::failed)
            .setParameterExceptionHandler(Main::misused);
    helpEverywhere(commands);
    return commands.execute(arguments);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Name a COMMAND; ./mimamori --help lists them.");
  }

  private static int failed(Exception e, CommandLine command, Object parsed) throws Exception {
    PrintWriter err = command.getErr();
    switch (e) {
      case Failure _,
          SettingsException _,
          StoreException _,
          DocumentException _,
          OfficialTextException _,
          WebException _,
          EdrException _ ->
          err.println(e.getMessage());
      case UncheckedIOException io -> err.println(io.getMessage());
      case FileSystemException file -> err.println("Can't read or write " + file.getMessage());
      default -> throw e;
    }
    err.flush();
    return FAILED;
  }

  private static int misused(ParameterException wrong, String... arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static void helpEverywhere(CommandLine command) {
    command
        .getSubcommands()
        .values()
        .forEach(
            sub -> {
              if (sub.getCommandSpec().findOption("--help") == null) {
                sub.getCommandSpec().mixinStandardHelpOptions(true);
              }
              helpEverywhere(sub);
            });
  }
}
