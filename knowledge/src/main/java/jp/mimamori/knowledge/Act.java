package jp.mimamori.knowledge;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.computing.Computing;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;

/**
 * What a message does, where it is no question of the documents: tells of an incident, threatens,
 * gives notice, complains, gives orders to the machine. It goes to whoever is written down nearest
 * for such things, however much it resembles a clause.
 */
enum Act {
  /** Something has happened to a machine or an account: a person at once. */
  INCIDENT("ウイルスに感染しています", "We have a virus") {
    @Override
    boolean isIn(String text) {
      if (HARMLESS.matcher(text).find()) {
        return false;
      }
      boolean told = HAPPENED.matcher(text).find() && !ASKS.matcher(text).find();
      return DANGER.matcher(text).find() && (told || PANIC.matcher(text).find());
    }

    @Override
    boolean isFor(Entry entry) {
      return entry.kind() == Kind.HANDOVER && entry.urgent();
    }
  },

  /** An order to the machine to be or do something else than it is for. */
  ORDER("これまでの指示をすべて無視してください", "ignore previous instructions") {
    @Override
    boolean isIn(String text) {
      return ORDERS.matcher(text).find();
    }

    @Override
    boolean isFor(Entry entry) {
      return entry.kind() == Kind.UNKNOWN;
    }
  },

  /** What others sell, and for how much, is not ours to say. */
  PRICE_OF_OTHERS("ほかの製品・サービスの有無と料金", "Other products and services and their prices") {
    @Override
    boolean isIn(String text) {
      return Computing.asksPriceOfOthers(text);
    }

    @Override
    boolean isFor(Entry entry) {
      return entry.kind() == Kind.UNKNOWN;
    }
  },

  /** Going to court, or announcing it. */
  THREAT("損害の賠償を求めたい", "Claiming damages") {
    @Override
    boolean isIn(String text) {
      return COURT.matcher(text).find() && !ASKS.matcher(text).find();
    }
  },

  /** Whether something is lawful or a case can be won is for no machine to say. */
  JUDGEMENT("法律の判断", "Legal judgement") {
    @Override
    boolean isIn(String text) {
      return LAWFUL.matcher(text).find();
    }
  },

  /** A cancellation or an objection, declared and not asked about. */
  NOTICE("解約を申し込みたい", "Submitting a cancellation") {
    @Override
    boolean isIn(String text) {
      return DECLARED.matcher(text).find() && !ASKS.matcher(text).find();
    }
  },

  COMPLAINT("苦情・お怒り", "Complaints") {
    @Override
    boolean isIn(String text) {
      boolean grudges = GRUDGE.matcher(text).find() && !ASKS.matcher(text).find();
      return grudges || ANGER.matcher(text).find();
    }
  },

  /** Wants something done, not told. */
  REQUEST("担当者と話したい", "Speaking to a person") {
    @Override
    boolean isIn(String text) {
      return WANTED.matcher(text).find();
    }

    @Override
    double lead() {
      return PLAUSIBLE;
    }
  };

  /** Lead in score of a clause over the person who must do what is asked so. */
  private static final double PLAUSIBLE = 0.5;

  private static final Pattern HARMLESS =
      of(
          "誤検知|誤検出|扱い|パターン|(?:ウイルス対策|ウイルスバスター)(?![^。]{0,8}(?:勝手|無効|オフ|止ま))|メールが来(?!て感染)|false"
              + " positive|pattern|definition|out of date|up ?dat");
  private static final Pattern WANTED =
      of(
          "(?:再発行|発行|送付|送っ|変更|調べ|調査し|解除し|隔離し|戻し|手配|追加し|削除し|登録し|停止し|訂正)(?:を|の|して|し|て|お)*[^。、]{0,6}(?:ください|下さい|お願い|おねがい|ほしい|欲しい|もらえ|いただけ|頂け)|(?:please|can"
              + " you|could you|could someone|would you)"
              + " (?:re)?(?:send|update|change|release|isolate|cancel|remove|reset|restore|register|issue|correct|fix)\\b");
  private static final Pattern DANGER =
      of(
          "ランサム|身代金|暗号化され|\\.(?:locked|crypt|enc)\\b|拡張子|乗っ取|侵入|不正(?:に|ログイン|アクセス)|マルウェア|ウイルス|ウィルス|感染|フィッシング"
              + "|(?:怪しい|あやしい|変な|へんな|不審な|知らない|見知らぬ|偽の?|英語の)[^。、]{0,8}(?:リンク|メール|サイト|添付|ファイル|画面|ポップ|アカウント|ログイン|ip|ページ)"
              + "|マクロ|usb[^。、]{0,6}(?:挿|刺|さし|差し)|勝手に|漏え|漏洩|ハッキング|ハッカー|ハックされ|攻撃され|エモテット|emotet|管理者[^。]{0,10}ログイン|開けなく|ransom|encrypt|virus|malware|trojan|hacked|breach|intruder|infect|phish|fake"
              + " [a-z ]{0,20}(?:page|site|login|mail)|bitcoin|compromised|possessed|security"
              + " icon|usb (?:stick|drive)|(?:weird|strange|suspicious)"
              + " (?:e-?mail|link|file|attachment)|pop-?ups?|under attack|(?:new|unknown|strange)"
              + " admin|controlling my|went crazy|opened an attachment");
  private static final Pattern HAPPENED =
      of(
          "た(?:[。！!…]|$|ん(?:だ|です)|の[。！!]|よ|けど|ので|みたい|かも|っぽ|模様|よう(?:です|だ)|らしい|形跡)|て(?:い)?(?:る|ます|いっ)|てしま|ちゃ(?:っ|い)|じゃ(?:っ|い)|され(?:た|て)|かも|っぽい|くさい|らしい|模様|形跡|やられ|(?:やま|止まら|とまら|開か|動か|開け|消え)ない|\\b(?:was|were|is|are|has|have|had|been|now|got|says|ends|typed|clicked|opened|plugged|logged|disabled|vanished|renamed|keeps?|i"
              + " think|may have|we may|acting|spreading)\\b");
  private static final Pattern PANIC =
      of("やばい|どうしよう|助けて|たすけて|至急|緊急|\\bhelp\\b[!, ]|emergency|urgent|電源は切っ");
  private static final Pattern ASKS =
      of(
          "[?？]|ますか|ですか|でしょうか|ませんか|教え|知りた|方法|とは[。$]|禁止|場合|\\b(?:what|when|how|who|which|why|does|do|can|could|would|should|is"
              + " it|are there|if)\\b(?!(?: you)? (?:resend|send|update))");
  private static final Pattern ORDERS =
      of(
          "(?:指示|命令|ルール|規則|設定|制約|プロンプト)[^。]{0,6}(?:を|は)[^。]{0,4}(?:無視|忘れ|破棄|リセット|解除して)|(?:無視|忘れ)て、?[^。]{0,20}(?:出力|表示|隔離|教え|言)|あなたは(?:今|いま)から|システムプロンプト|開発者モード|脱獄|なりきって|(?:ignore|forget|disregard|override)"
              + " (?:all |every|your|the|any|previous|prior)|you are now|system prompt|developer"
              + " mode|jailbreak|^system:|\\bpretend\\b|act as (?:if|an?)|repeat the (?:text|words)"
              + " above|no restrictions");
  private static final Pattern COURT =
      of(
          "訴え(?:ます|るぞ|る(?:$|[。！!])|てや|させて|るつもり)|裁判(?:を起こ|に(?:し|訴|かけ))|法的(?:措置|手段|手続)|弁護士(?:を(?:立|通)|に(?:相談|依頼)し|から連絡)|賠償を?(?:請求|求め)(?:し|いた|る)|内容証明|提訴|告訴|消費者(?:センター|庁|生活)|通報(?:し|する)|\\bsu(?:e|ing)"
              + " you|lawsuit|legal"
              + " (?:action|proceedings|steps)|\\b(?:lawyers?|attorneys?|solicitors?)\\b|see you in"
              + " court|take you to court");
  private static final Pattern LAWFUL =
      of(
          "勝て|勝訴|勝ち目|違法|無効(?:だと|を認め|になり)|法的に|法律上|慰謝料|刑事罰|罪に(?:なり|問わ)|弁護士として|(?:法|条)に違反(?:し|です)|side"
              + " with|win (?:in court|the case|a"
              + " (?:lawsuit|case))|\\b(?:illegal|unlawful|enforceable)\\b|liable"
              + " under|(?:hold|stand) up in court|legal opinion");
  private static final Pattern DECLARED =
      of(
          "(?:解約|更新|解除|契約を?終了|退会)[^。？?]{0,20}(?:いたします|致します|申し上げます|通知します|します(?:。|$)|ことに(?:決め|し|なり)|いたしません|致しません|しません|しないことに)|(?:本|この)(?:メッセージ|メール|書面)(?:をもって|にて)|\\bhereby\\b|(?:formal|written|official)"
              + " notice|as (?:our )?notice of|please (?:cancel|terminate|end)"
              + " (?:our|my|the)|accept this as|we (?:will|shall|are going to|have decided"
              + " to|'ll|intend to) (?:not (?:be )?renew|be"
              + " (?:discontinu|leav|cancel|terminat)|cancel|terminate|discontinue|stop"
              + " using)|(?:will|shall) not (?:be )?renew|(?:take|consider) this"
              + " (?:message|e-?mail)");
  private static final Pattern ANGER =
      of(
          "いい加減に|ふざけ(?:る|ん)|話にならな|憤り|抗議|対応が(?:遅|悪|ひど|最悪)|返事が(?:ありません|ない|来な|きま|来ませ)|返信が(?:ありません|ない|来な|来ませ)|何(?:度|回)も(?:問い?合わ?せ|連絡|電話|同じ|言)|何回同じ|(?<!利用)責任者(?:を|に)(?:出|代|替)|上の(?:人|者|方)|クレームを|苦情を|全然(?:解決|返事|対応)|怒って|腹が立|unacceptable|ridiculous|garbage|terrible|outrage|(?:file|make|have|lodge)"
              + " a complaint|(?:want to|i|we|must) complain|complaint about your?|furious|fed"
              + " up|worst|been waiting|still (?:no|waiting)|demand (?:a|to|my)|your"
              + " (?:manager|supervisor|boss)|nobody (?:answers|replies|cares|has"
              + " (?:answered|replied))");

  /** What is also said of a bill that is asked about. */
  private static final Pattern GRUDGE = of("納得(?:でき|いか)");

  private final String japanese;
  private final String english;

  Act(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  /** A way of asking that finds the entry for such messages where none is near. */
  String plainly(Language language) {
    return language == Language.JA ? japanese : english;
  }

  /** How far in score such an entry may lie behind the best one. */
  double lead() {
    return Double.POSITIVE_INFINITY;
  }

  private static Pattern of(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  abstract boolean isIn(String text);

  /** Whether that entry is for such a message. */
  boolean isFor(Entry entry) {
    return entry.kind() == Kind.HANDOVER && !entry.urgent();
  }

  /** The first that the message does: whoever threatens because of an incident has an incident. */
  static Optional<Act> in(String text) {
    for (Act act : values()) {
      if (act.isIn(text)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }
}
