package jp.mimamori.bot.edr.simulator;

import java.time.Duration;
import java.util.List;

/**
 * How the simulated EDR behaves.
 *
 * @param port on loopback; 0 takes any that is free
 * @param token what a client must present
 * @param customers whose endpoints it watches
 * @param seed decides what happens on which endpoint, in which order
 * @param alertsAtStart so many alerts of the last day are there when it first starts
 * @param alertEvery about how often something happens by itself; zero for never
 * @param queued how long a task waits before it runs
 * @param running how long a task runs
 */
public record SimulatorSettings(
    int port,
    String token,
    List<Customer> customers,
    long seed,
    int alertsAtStart,
    Duration alertEvery,
    Duration queued,
    Duration running) {
  /** Not a secret: it opens a simulation on this machine and nothing else. */
  public static final String DEMO_TOKEN = "mimamori-simulator-demo-token";

  public SimulatorSettings {
    customers = List.copyOf(customers);
    if (token.isBlank()) {
      throw new IllegalArgumentException("the simulator's token must not be empty");
    }
    if (customers.isEmpty()) {
      throw new IllegalArgumentException("the simulator needs a customer");
    }
    if (customers.stream().map(Customer::number).distinct().count() < customers.size()
        || customers.stream().map(Customer::prefix).distinct().count() < customers.size()) {
      throw new IllegalArgumentException(
          "the simulator's customers need different numbers and prefixes");
    }
    if (alertsAtStart < 0
        || alertEvery.isNegative()
        || queued.isNegative()
        || running.isNegative()) {
      throw new IllegalArgumentException("the simulator's numbers must not be negative");
    }
  }

  /** Two customers, a dozen alerts at first, another about every ten minutes, tasks of seconds. */
  public static SimulatorSettings demo() {
    return new SimulatorSettings(
        0,
        DEMO_TOKEN,
        List.of(Customer.SAKURA, Customer.MINATO),
        1,
        12,
        Duration.ofMinutes(10),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5));
  }

  public SimulatorSettings withPort(int other) {
    return new SimulatorSettings(
        other, token, customers, seed, alertsAtStart, alertEvery, queued, running);
  }

  public SimulatorSettings withToken(String other) {
    return new SimulatorSettings(
        port, other, customers, seed, alertsAtStart, alertEvery, queued, running);
  }

  public SimulatorSettings withCustomers(List<Customer> others) {
    return new SimulatorSettings(
        port, token, others, seed, alertsAtStart, alertEvery, queued, running);
  }

  public SimulatorSettings withAlertsAtStart(int other) {
    return new SimulatorSettings(port, token, customers, seed, other, alertEvery, queued, running);
  }

  public SimulatorSettings withAlertEvery(Duration other) {
    return new SimulatorSettings(
        port, token, customers, seed, alertsAtStart, other, queued, running);
  }

  @Override
  public String toString() {
    return "SimulatorSettings[port=" + port + ", token=***, customers=" + customers + "]";
  }
}
