package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The computers of a believable office, from {@code office.yaml}; every customer has the same ones
 * under other names.
 */
record Office(List<Desk> endpoints, List<String> people, String administrator) {
  /** One computer, with the customer's part left open; without a condition it is a healthy one. */
  record Desk(
      String name, String type, String os, String version, String ip, Optional<String> condition) {}

  static Office load() {
    try (InputStream source = Office.class.getResourceAsStream("office.yaml")) {
      return new ObjectMapper(new YAMLFactory())
          .registerModule(new Jdk8Module())
          .readValue(source, Office.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param position of the customer among all, so that no two share people or networks at once
   */
  List<SimulatedEndpoint> of(Customer customer, int position) {
    return endpoints.stream()
        .map(
            desk -> {
              String name = desk.name.replace("{prefix}", customer.prefix());
              boolean server = desk.type.equals("server");
              int person = (position * endpoints.size() + endpoints.indexOf(desk)) % people.size();
              return new SimulatedEndpoint(
                  guid(customer.number() + "/" + name),
                  name,
                  customer,
                  desk.type,
                  desk.os,
                  desk.version,
                  desk.ip.replace("{n}", Integer.toString(11 + position)),
                  server ? administrator : people.get(person),
                  desk.condition.map(Condition::of).orElse(Condition.HEALTHY));
            })
        .toList();
  }

  /** The same endpoint has the same id in every run. */
  static String guid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
