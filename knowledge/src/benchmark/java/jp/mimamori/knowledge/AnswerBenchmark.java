package jp.mimamori.knowledge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.mimamori.knowledge.documents.Documents;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one question takes, and reading the documents into an index. Run with {@code mvn verify
 * -pl knowledge -Pbenchmark -DskipTests}.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class AnswerBenchmark {
  private static final Path FOLDER = Path.of("documents");
  private static final Instant FRIDAY = Instant.parse("2026-10-30T01:00:00Z");

  private static final List<String> ASKED =
      List.of(
          "解約したいときはいつまでに言えばいい？",
          "お世話になっております。請求書の支払いが遅れてしまったのですが、利息はかかりますか。",
          "30台で1年だといくら",
          "かんせんしたらどうなりますか",
          "近くのおいしい店",
          "how do we cancel the contract?",
          "what is collected from our computers",
          "thanks!");

  private Knowledge knowledge;
  private int next;

  @Setup
  public void open() {
    knowledge = index();
  }

  private static Knowledge index() {
    return Knowledge.open(
        Documents.read(FOLDER),
        new ServiceFacts(1_600, 5, 1, new BigDecimal("14.5"), 12, 1, Map.of()),
        new OfficeHours());
  }

  @TearDown
  public void close() {
    knowledge.close();
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Warmup(iterations = 3, time = 5)
  @Measurement(iterations = 3, time = 5)
  public Answer answer() {
    next = (next + 1) % ASKED.size();
    return knowledge.answer(new Question(ASKED.get(next), Optional.empty(), FRIDAY));
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 2)
  @Measurement(iterations = 5)
  public void readAndIndex() {
    try (Knowledge opened = index()) {
      next += opened.answer(new Question(ASKED.getFirst(), FRIDAY)).citations().size();
    }
  }
}
