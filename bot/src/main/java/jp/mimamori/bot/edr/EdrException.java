package jp.mimamori.bot.edr;

import java.util.Objects;

/** The EDR could not be read. Its message is fit for an operator and holds no secret. */
public final class EdrException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EdrException(String message) {
    super(message);
  }

  public EdrException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
