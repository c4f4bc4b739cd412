package io.kinrow.processor.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionTest {

  /** Tables as people call them: plural, singular. */
  private static final String PAIRS =
      """
      users user, people person, children child, men man, women woman, mice mouse, geese goose,
      teeth tooth, feet foot, oxen ox, indices index, matrices matrix, vertices vertex,
      appendices appendix, analyses analysis, bases base, databases database, statuses status,
      viruses virus, buses bus, gases gas, addresses address, processes process, aliases alias,
      biases bias,
      atlases atlas, quizzes quiz, leaves leaf, lives life, movies movie, cookies cookie,
      shoes shoe, heroes hero, caches cache, excuses excuse, fuses fuse, muses muse, lenses lens,
      topazes topaz, specimens specimen, oases oasis, categories category, companies company,
      countries country, cities city, currencies currency, entries entry, queries query,
      replies reply, stories story, factories factory, parties party, policies policy,
      properties property, histories history, inventories inventory, libraries library,
      activities activity, abilities ability, deliveries delivery, galleries gallery, keys key,
      days day, holidays holiday, toys toy, boys boy, surveys survey, journeys journey, ways way,
      gateways gateway, arrays array, displays display, relays relay, essays essay, delays delay,
      boxes box, taxes tax, indexes index, faxes fax, foxes fox, mixes mix, prefixes prefix,
      suffixes suffix, inboxes inbox, mailboxes mailbox, sandboxes sandbox, axes axis,
      churches church, branches branch, batches batch, matches match, watches watch,
      searches search, patches patch, benches bench, coaches coach, switches switch, pitches pitch,
      launches launch, lunches lunch, beaches beach, approaches approach, sketches sketch,
      speeches speech, niches niche, cliches cliche, headaches headache, moustaches moustache,
      avalanches avalanche, tranches tranche, quiches quiche, epochs epoch, stomachs stomach,
      monarchs monarch, brushes brush, dishes dish, crashes crash, flashes flash, pushes push,
      hashes hash, wishes wish, meshes mesh, dashes dash, refreshes refresh, bushes bush,
      classes class, bosses boss, glasses glass, losses loss, masses mass, passes pass,
      businesses business, witnesses witness, mattresses mattress, crosses cross, guesses guess,
      accesses access, successes success, bonuses bonus, campuses campus, viruses virus,
      censuses census, choruses chorus, circuses circus, minibuses minibus, surpluses surplus,
      octopuses octopus, geniuses genius, focuses focus, prospectuses prospectus,
      consensuses consensus, hiatuses hiatus, menus menu, gurus guru, cpus cpu, gpus gpu, skus sku,
      houses house, warehouses warehouse, spouses spouse, blouses blouse, causes cause,
      clauses clause, pauses pause, uses use, abuses abuse, ruses ruse, cases case, phases phase,
      phrases phrase, purchases purchase, releases release, leases lease, diseases disease,
      vases vase, increases increase, showcases showcase, canvases canvas, courses course,
      nurses nurse, horses horse, verses verse, universes universe, purses purse, reverses reverse,
      licenses license, expenses expense, responses response, senses sense, defenses defense,
      incenses incense, exercises exercise, enterprises enterprise, premises premise,
      franchises franchise, promises promise, noises noise, cruises cruise, irises iris,
      trellises trellis, roses rose, noses nose, hoses hose, doses dose, purposes purpose,
      diagnoses diagnosis, prognoses prognosis, crises crisis, hypotheses hypothesis,
      theses thesis, syntheses synthesis, parentheses parenthesis, emphases emphasis,
      synopses synopsis, paralyses paralysis, catalyses catalysis, corpses corpse,
      eclipses eclipse, collapses collapse, synapses synapse, sizes size, prizes prize, mazes maze,
      bronzes bronze, breezes breeze, quartzes quartz, waltzes waltz, blitzes blitz, buzzes buzz,
      sneezes sneeze, freezes freeze, wolves wolf, knives knife, wives wife, housewives housewife,
      shelves shelf, bookshelves bookshelf, halves half, calves calf, loaves loaf, thieves thief,
      scarves scarf, hooves hoof, elves elf, olives olive, curves curve, archives archive,
      drives drive, moves move, waves wave, valves valve, caves cave, gloves glove,
      objectives objective, incentives incentive, reserves reserve, nerves nerve, slaves slave,
      roofs roof, chiefs chief, proofs proof, beliefs belief, tariffs tariff,
      potatoes potato, tomatoes tomato, echoes echo, vetoes veto, torpedoes torpedo,
      mosquitoes mosquito, volcanoes volcano, canoes canoe, toes toe, foes foe, horseshoes horseshoe,
      photos photo, videos video, logos logo, todos todo, repos repo, demos demo, memos memo,
      pianos piano, radios radio, studios studio, zoos zoo, portfolios portfolio, scenarios scenario,
      ratios ratio, areas area, ideas idea, cameras camera, agendas agenda, personas persona,
      quotas quota, formulas formula, schemas schema, pizzas pizza, visas visa, sofas sofa,
      taxis taxi, emojis emoji, kiwis kiwi, wikis wiki, apis api, alibis alibi, safaris safari,
      zombies zombie, calories calorie, genies genie, selfies selfie, hoodies hoodie, ties tie,
      pies pie, lies lie, zombies zombie, rookies rookie, brownies brownie, smoothies smoothie,
      salespeople salesperson, grandchildren grandchild, businesswomen businesswoman,
      firemen fireman, salesmen salesman, policemen policeman, humans human, talismans talisman,
      germans german, phenomena phenomenon, bacteria bacterium, alumni alumnus, stimuli stimulus,
      radii radius, nuclei nucleus, fungi fungus, larvae larva, strata stratum,
      orders order, items item, events event, metrics metric, topics topic, clinics clinic,
      tickets ticket, images image, messages message, languages language, pages page,
      packages package, sales sale, roles role, files file, profiles profile, tables table,
      articles article, vehicles vehicle, schedules schedule, rules rule, modules module,
      devices device, services service, invoices invoice, prices price, offices office,
      places place, resources resource, sources source, differences difference,
      sequences sequence, changes change, bridges bridge, judges judge, colleges college,
      types type, recipes recipe, themes theme, games game, names name, times time, lines line,
      machines machine, zones zone, phones phone, genes gene, scenes scene, shares share,
      stores store, scores score, features feature, pictures picture, signatures signature,
      notes note, dates date, rates rate, templates template, websites website, quotes quote,
      votes vote, routes route, attributes attribute, minutes minute, estates estate,
      employees employee, fees fee, trees tree, committees committee, referees referee,
      issues issue, values value, venues venue, queues queue, leagues league, colleagues colleague,
      ids id, ips ip, urls url, pdfs pdf, ads ad, tvs tv, dbs db, faqs faq, permissions permission,
      logs log, tags tag, posts post, comments comment, likes like, follows follow, blogs blog""";

  private static Stream<List<String>> pairs() {
    return Stream.of(PAIRS.split(",\\s+")).distinct().map(pair -> List.of(pair.split("\\s+")));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void singular_isTheWordThatPeopleWrite(List<String> pair) {
    assertThat(Inflection.singular(pair.get(0))).isEqualTo(pair.get(1));
    assertThat(Inflection.singular(pair.get(1))).isEqualTo(pair.get(1));
  }

  @Test
  void singular_isFoundFromEitherOfTwoPlurals() {
    assertThat(Stream.of("foci", "syllabi", "aquaria", "termini", "focuses", "aquariums"))
        .map(Inflection::singular)
        .containsExactly("focus", "syllabus", "aquarium", "terminus", "focus", "aquarium");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void plural_leadsBackToTheSingular(List<String> pair) {
    String plural = Inflection.plural(pair.get(1));

    assertThat(Inflection.singular(plural)).isEqualTo(pair.get(1));
    assertThat(Inflection.plural(plural)).isEqualTo(plural);
    if (!pair.get(0).equals("indexes")) {
      assertThat(plural).isEqualTo(pair.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "specimen",
        "haus",
        "oasis",
        "texas",
        "james",
        "kubernetes",
        "pos",
        "paris",
        "tennis",
        "corps",
        "chess",
        "series",
        "species",
        "news",
        "sheep",
        "fish",
        "equipment",
        "information",
        "data",
        "metadata",
        "media",
        "criteria",
        "status",
        "address",
        "bus",
        "class",
        "boss",
        "lens",
        "gas",
        "campus",
        "bonus",
        "analysis",
        "basis",
        "axis",
        "iris",
        "atlas",
        "alias",
        "canvas",
        "chaos",
        "bias",
        "virus",
        "census",
        "corpus",
        "regimen",
        "omen",
        "abdomen",
        "semen",
        "rahmen",
        "unternehmen",
        "themen",
        "firmen",
        "kunden",
        "benutzer",
        "rechnung",
        "thesis",
        "crisis",
        "diabetes",
        "rabies",
        "analytics",
        "mathematics",
        "gps",
        "sms",
        "dns",
        "tls",
        "https",
        "aws",
        "redis",
        "jenkins",
        "charles",
        "cyprus",
        "overseas",
        "process",
        "business",
        "success",
        "progress",
        "access",
        "compass",
        "happiness",
        "cms",
        "ios",
        "staff",
        "baggage",
        "software",
        "money",
        "nexus",
        "opus",
        "plus",
        "surplus",
        "apparatus",
        "metropolis",
        "trellis",
        "pelvis",
        "chassis",
        "debris",
        "arthritis",
        "headquarters",
        "größen",
        "straße",
        "日本",
        "users2",
        "u25",
        "human",
        "german",
        "ottoman",
        "data2",
        "cosmos",
        "kudos",
        "os",
        "js",
        "ws",
        "s",
        "means",
        "crossroads",
        "rhinoceros",
        "hypothesis",
        "synthesis",
      })
  void singular_isTheWordItself_whenItIsNoPlural(String word) {
    assertThat(Inflection.singular(word)).isEqualTo(word);
  }
}
