package jp.mimamori.bot.edr.visionone;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where Vision One keeps a customer's data. A key is good for its own region only (fact sheet 1.1).
 */
public enum Region {
  JAPAN("jp", "api.xdr.trendmicro.co.jp"),
  UNITED_STATES("us", "api.xdr.trendmicro.com"),
  EUROPE("eu", "api.eu.xdr.trendmicro.com"),
  AUSTRALIA("au", "api.au.xdr.trendmicro.com"),
  INDIA("in", "api.in.xdr.trendmicro.com"),
  SINGAPORE("sg", "api.sg.xdr.trendmicro.com"),
  UNITED_ARAB_EMIRATES("mea", "api.mea.xdr.trendmicro.com"),
  UNITED_KINGDOM("uk", "api.uk.xdr.trendmicro.com"),
  US_GOVERNMENT("usgov", "api.usgov.xdr.trendmicro.com");

  private final String label;
  private final String host;

  Region(String label, String host) {
    this.label = label;
    this.host = host;
  }

  public URI baseUrl() {
    return URI.create("https://" + host);
  }

  /** The word for it in the configuration: {@code jp}, {@code us} … */
  public String label() {
    return label;
  }

  /** Inverse of {@link #label()}. */
  public static Region of(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(region -> region.label.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such Vision One region: "
                        + label
                        + " (one of "
                        + Arrays.stream(values())
                            .map(Region::label)
                            .collect(Collectors.joining(", "))
                        + ")"));
  }
}
