package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer that is a refusal (fact sheet 1.4). */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final int number;

  private ApiError(int status, String code, String message, int number) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.number = number;
  }

  static ApiError badRequest(String message) {
    return new ApiError(400, "BadRequest", message, 3090003);
  }

  static ApiError notFound(String message) {
    return new ApiError(404, "NotFound", message, 3090007);
  }

  static ApiError conditionNotMet() {
    return new ApiError(
        412,
        "ConditionNotMet",
        "The target was not updated because the ETag does not match.",
        3090018);
  }

  static ApiError tooLarge() {
    return new ApiError(413, "RequestEntityTooLarge", "The request body is too large.", 0);
  }

  static ApiError invalidCredentials() {
    return new ApiError(401, "InvalidCredentials", "Invalid token", 0);
  }

  static ApiError tooManyRequests() {
    return new ApiError(429, "TooManyRequests", "Too many API requests.", 0);
  }

  static ApiError internal() {
    return new ApiError(500, "InternalServerError", "An internal error has occurred.", 3090999);
  }

  Answer answer() {
    return Answer.json(status, body(code, String.valueOf(getMessage()), number));
  }

  static ObjectNode body(String code, String message, int number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    if (number != 0) {
      error.put("number", number);
    }
    if (code.equals("InvalidCredentials")) {
      error.putObject("innererror").put("code", "InvalidToken").put("service", "svp");
    }
    return body;
  }
}
