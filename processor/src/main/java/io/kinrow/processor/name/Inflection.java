package io.kinrow.processor.name;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * English singulars and plurals of single words in lower case. A rule is stated for each ending,
 * and the well-known words that it does not fit are listed beside it; what is neither stays as it
 * is rather than becoming a word that does not exist.
 */
final class Inflection {

  /** Have one form only: mass nouns, proper names, abbreviations. */
  private static final Set<String> INVARIABLE =
      words(
          "species series miniseries subspecies news corps chassis means headquarters crossroads"
              + " innings gallows barracks scissors trousers jeans pants shorts tongs pliers"
              + " binoculars thanks sheep fish deer moose shrimp"
              + " aircraft spacecraft swine bison salmon trout offspring criteria data metadata"
              + " media multimedia information equipment feedback software hardware firmware"
              + " middleware money cash music rice furniture luggage traffic weather homework"
              + " knowledge advice research progress chess chaos cosmos kudos ethos pathos"
              + " asbestos analytics mathematics maths physics economics statistics politics"
              + " logistics ethics electronics genetics robotics linguistics mechanics acoustics"
              + " aerobics athletics gymnastics diabetes herpes rabies scabies measles mumps"
              + " kubernetes redis jenkins postgres axios aries hermes moses james"
              + " charles jones hughes adams williams davis lewis chris thomas lucas nicholas"
              + " douglas andreas jonas paris texas kansas arkansas dallas vegas wales naples laos"
              + " barbados bahamas maldives philippines netherlands athens brussels cyprus tunis"
              + " memphis minneapolis honduras christmas tennis billiards cannabis debris"
              + " molasses dns gps sms tls rss css https http cms aws gis sas ios macos centos"
              + " saas paas iaas nas pos mms fps bps tps qps vps lms wms oms tms pms ops"
              + " devops alms overseas always perhaps yes only staff audio blood clothing commerce energy expertise"
              + " garbage health housework justice literature machinery mail manga anime mud"
              + " personnel police pollution rain transportation wealth welfare wildlife");

  private static final Map<String, String> IRREGULAR =
      pairs(
          "person people child children man men woman women mouse mice louse lice goose geese"
              + " tooth teeth foot feet ox oxen die dice quiz quizzes fez fezzes axis axes"
              + " index indices matrix matrices vertex vertices vortex vortices appendix appendices"
              + " codex codices apex apices helix helices phenomenon phenomena criterion criteria"
              + " medium media datum data bacterium bacteria curriculum curricula"
              + " memorandum memoranda addendum addenda erratum errata stratum strata"
              + " alumnus alumni stimulus stimuli radius radii nucleus nuclei cactus cacti"
              + " fungus fungi locus loci focus foci syllabus syllabi terminus termini"
              + " bacillus bacilli thesaurus thesauri aquarium aquaria formula formulae antenna antennae alga algae larva larvae"
              + " vertebra vertebrae nebula nebulae schema schemata stigma stigmata"
              + " passerby passersby life lives afterlife afterlives half halves calf calves"
              + " elf elves dwarf dwarves hoof hooves sheaf sheaves leaf leaves crisis crises"
              + " oasis oases emphasis emphases synopsis synopses diagnosis diagnoses"
              + " prognosis prognoses neurosis neuroses psychosis psychoses genesis geneses"
              + " nemesis nemeses catharsis catharses metastasis metastases symbiosis symbioses"
              + " metamorphosis metamorphoses osmosis osmoses hypnosis hypnoses");

  /** Two plurals are in use; this one is not generated. */
  private static final Set<String> REGULAR_TOO =
      words(
          "formula antenna schema stigma medium datum curriculum memorandum cactus nebula focus"
              + " syllabus terminus thesaurus aquarium");

  /** As the last part of a longer word. */
  private static final Map<String, String> LAST_PARTS =
      pairs(
          "woman women person people child children wife wives knife knives wolf wolves"
              + " shelf shelves loaf loaves thief thieves self selves scarf scarves lysis lyses"
              + " thesis theses");

  /** Not all words in -men are of men: specimen, regimen, omen. */
  private static final Set<String> OF_MEN =
      words(
          "workmen firemen salesmen chairmen foremen policemen businessmen craftsmen gentlemen"
              + " fishermen freshmen snowmen milkmen postmen showmen spokesmen congressmen batsmen"
              + " linemen doormen cameramen clergymen repairmen sportsmen statesmen tradesmen"
              + " watchmen middlemen noblemen horsemen handymen mailmen garbagemen ombudsmen"
              + " councilmen crewmen draftsmen anchormen bogeymen cavemen");

  /** Plurals in -us, -is; other words with these endings are singular: status, analysis. */
  private static final Set<String> PLURALS_LIKE_SINGULARS =
      words(
          "menus submenus gurus emus gnus tutus haikus cpus gpus skus npus zulus hindus bayous"
              + " caribous taxis skis emojis kiwis wikis apis alibis safaris salamis martinis"
              + " khakis bikinis uis guis clis uris rabbis zucchinis yetis tsunamis jacuzzis"
              + " corgis bonsais samurais");

  /** Singulars in a single -s that no rule tells from a plural. */
  private static final Set<String> SINGULARS =
      words(
          "gas biogas alias bias atlas canvas pancreas pajamas pyjamas madras judas rhinoceros thermos"
              + " lens");

  /** Plurals in -s whose singular keeps its e. */
  private static final Set<String> WITH_E =
      words(
          "movies cookies zombies calories genies selfies rookies hoodies brownies smoothies"
              + " prairies bookies collies goalies indies techies newbies freebies foodies birdies"
              + " groupies hippies junkies yuppies cuties sweeties veggies oldies"
              + " caches geocaches niches cliches moustaches mustaches quiches avalanches psyches"
              + " creches douches brioches pastiches cartouches porsches tranches apaches aches"
              + " headaches toothaches backaches heartaches earaches stomachaches"
              + " uses reuses misuses disuses muses ruses abuses excuses accuses recuses amuses"
              + " hypotenuses finesses posses impasses crevasses mousses lacrosses demitasses"
              + " canoes toes foes hoes oboes aloes floes roes woes does throes tiptoes mistletoes"
              + " shoes horseshoes snowshoes");

  /** Plurals in -es of a singular without e, where the ending says the opposite. */
  private static final Set<String> WITHOUT_E =
      words(
          "gases biogases aliases biases atlases canvases pancreases irises pelvises penises trellises"
              + " metropolises acropolises clematises ibises mantises portcullises rhinoceroses"
              + " thermoses lenses topazes quartzes waltzes blitzes klutzes chintzes");

  private static final Set<String> PLURAL_IN_OES =
      words(
          "hero potato tomato echo veto torpedo embargo mosquito tornado volcano domino buffalo"
              + " superhero antihero");

  private static final Set<String> HARD_CH =
      words("stomach monarch patriarch matriarch epoch eunuch loch tech czech");

  private static final Map<String, String> SINGULAR_OF = inverted(IRREGULAR);

  private Inflection() {}

  /** The singular, or the word itself if it has none or is one. */
  static String singular(String word) {
    if (INVARIABLE.contains(word) || ends(word, "series", "species", "fish", "sheep")) {
      return word;
    }
    if (SINGULAR_OF.containsKey(word)) {
      return SINGULAR_OF.get(word);
    }
    if (OF_MEN.contains(word)) {
      return cut(word, 2) + "an";
    }
    for (Map.Entry<String, String> part : LAST_PARTS.entrySet()) {
      if (word.endsWith(part.getValue())) {
        return cut(word, part.getValue().length()) + part.getKey();
      }
    }
    return !word.endsWith("s") || isSingular(word) ? word : withoutEnding(word);
  }

  private static boolean isSingular(String word) {
    return word.length() < 3 // os, js, ws
        || SINGULARS.contains(word)
        || word.endsWith("ss")
        || ((word.endsWith("us") || word.endsWith("is")) && !PLURALS_LIKE_SINGULARS.contains(word));
  }

  private static String withoutEnding(String plural) {
    boolean ies = plural.endsWith("ies") && plural.length() > 4;
    if (ies && !WITH_E.contains(plural)) {
      return cut(plural, 3) + "y";
    }
    return endsWithoutE(plural) && !WITH_E.contains(plural) ? cut(plural, 2) : cut(plural, 1);
  }

  /** Whether -es was put to a singular, and not -s to one in -e. */
  private static boolean endsWithoutE(String plural) {
    return WITHOUT_E.contains(plural)
        || ends(plural, "ches", "shes", "xes", "sses", "zzes", "oes")
        || (plural.endsWith("uses") && !ends(plural, "auses", "ouses", "fuses", "euses"));
  }

  /** The plural, or the word itself if it has none or is one. */
  static String plural(String word) {
    if (INVARIABLE.contains(word) || !singular(word).equals(word)) {
      return word;
    }
    if (IRREGULAR.containsKey(word) && !REGULAR_TOO.contains(word)) {
      return IRREGULAR.get(word);
    }
    if (word.endsWith("man") && OF_MEN.contains(cut(word, 2) + "en")) {
      return cut(word, 2) + "en";
    }
    for (Map.Entry<String, String> part : LAST_PARTS.entrySet()) {
      if (word.endsWith(part.getKey())) {
        return cut(word, part.getKey().length()) + part.getValue();
      }
    }
    return withEnding(word);
  }

  private static String withEnding(String word) {
    if (!word.matches(".*[a-z0-9]")) {
      return word;
    }
    if (word.matches(".*([^aeiou]|qu)y")) {
      return cut(word, 1) + "ies";
    }
    if (word.endsWith("sis")) {
      return cut(word, 2) + "es";
    }
    boolean hissing = ends(word, "s", "x", "z", "ch", "sh") && !HARD_CH.contains(word);
    return word + (hissing || PLURAL_IN_OES.contains(word) ? "es" : "s");
  }

  private static boolean ends(String word, String... endings) {
    return Stream.of(endings).anyMatch(word::endsWith);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static Map<String, String> pairs(String words) {
    String[] each = words.split(" ", 0);
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < each.length; i += 2) {
      pairs.put(each[i], each[i + 1]);
    }
    return pairs;
  }

  private static Map<String, String> inverted(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }
}
