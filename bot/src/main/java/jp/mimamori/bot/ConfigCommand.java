package jp.mimamori.bot;

import java.util.concurrent.Callable;
import jp.mimamori.bot.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What operators edit. */
@Command(
    name = "config",
    description = "Checks the configuration.",
    subcommands = ConfigCommand.Check.class)
public final class ConfigCommand {

  /** Reads it as the service would, and starts nothing. */
  @Command(name = "check", description = "Names every mistake with its file and line or key.")
  public static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Override
    public Integer call() {
      Settings settings = folders.settings();
      spec.commandLine()
          .getOut()
          .println(
              folders.config()
                  + ": no mistakes; "
                  + settings.tenants().all().size()
                  + " tenants, "
                  + settings.tenants().members().size()
                  + " members, "
                  + settings.ladders().byName().size()
                  + " ladders");
      return 0;
    }
  }
}
