// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/inflectfrench.h"

#include <array>

namespace countercheck::text {

namespace {

/// What stands for the ending of the infinitive in each form; "-er" verbs have rules of their own.
struct Pattern {
    std::string_view ending;     ///< of the infinitive; the longest comes first
    std::string_view participle; ///< masculine singular
    std::string_view singular;   ///< il: présent
    std::string_view plural;     ///< ils: présent
    std::string_view past;       ///< il: passé simple
    std::string_view stem;       ///< of the imparfait and the present participle
    std::string_view future;     ///< of the futur and the conditionnel
};

constexpr std::array patterns = {
    Pattern{"surseoir", "sursis", "sursoit", "sursoient", "sursit", "sursoy", "surseoir"},
    Pattern{"convaincre", "convaincu", "convainc", "convainquent", "convainquit", "convainqu", "convaincr"},
    Pattern{"vaincre", "vaincu", "vainc", "vainquent", "vainquit", "vainqu", "vaincr"},
    Pattern{"mourir", "mort", "meurt", "meurent", "mourut", "mour", "mourr"},
    Pattern{"courir", "couru", "court", "courent", "courut", "cour", "courr"},
    Pattern{"quérir", "quis", "quiert", "quièrent", "quit", "quér", "querr"},
    Pattern{"cevoir", "çu", "çoit", "çoivent", "çut", "cev", "cevr"},
    Pattern{"valoir", "valu", "vaut", "valent", "valut", "val", "vaudr"},
    Pattern{"voir", "vu", "voit", "voient", "vit", "voy", "verr"},
    Pattern{"prendre", "pris", "prend", "prennent", "prit", "pren", "prendr"},
    Pattern{"tenir", "tenu", "tient", "tiennent", "tint", "ten", "tiendr"},
    Pattern{"venir", "venu", "vient", "viennent", "vint", "ven", "viendr"},
    Pattern{"ouvrir", "ouvert", "ouvre", "ouvrent", "ouvrit", "ouvr", "ouvrir"},
    Pattern{"ffrir", "ffert", "ffre", "ffrent", "ffrit", "ffr", "ffrir"},
    Pattern{"battre", "battu", "bat", "battent", "battit", "batt", "battr"},
    Pattern{"mettre", "mis", "met", "mettent", "mit", "mett", "mettr"},
    Pattern{"suivre", "suivi", "suit", "suivent", "suivit", "suiv", "suivr"},
    Pattern{"vivre", "vécu", "vit", "vivent", "vécut", "viv", "vivr"},
    Pattern{"crire", "crit", "crit", "crivent", "crivit", "criv", "crir"},
    Pattern{"élire", "élu", "élit", "élisent", "élut", "élis", "élir"},
    Pattern{"lire", "lu", "lit", "lisent", "lut", "lis", "lir"},
    Pattern{"dire", "dit", "dit", "disent", "dit", "dis", "dir"},
    Pattern{"uire", "uit", "uit", "uisent", "uisit", "uis", "uir"},
    Pattern{"faire", "fait", "fait", "font", "fit", "fais", "fer"},
    Pattern{"connaître", "connu", "connaît", "connaissent", "connut", "connaiss", "connaîtr"},
    Pattern{"naître", "né", "naît", "naissent", "naquit", "naiss", "naîtr"},
    Pattern{"aître", "u", "aît", "aissent", "ut", "aiss", "aîtr"},
    Pattern{"croître", "cru", "croît", "croissent", "crut", "croiss", "croîtr"},
    Pattern{"croire", "cru", "croit", "croient", "crut", "croy", "croir"},
    Pattern{"clure", "clu", "clut", "cluent", "clut", "clu", "clur"},
    Pattern{"soudre", "solu", "sout", "solvent", "solut", "solv", "soudr"},
    Pattern{"aindre", "aint", "aint", "aignent", "aignit", "aign", "aindr"},
    Pattern{"eindre", "eint", "eint", "eignent", "eignit", "eign", "eindr"},
    Pattern{"oindre", "oint", "oint", "oignent", "oignit", "oign", "oindr"},
    Pattern{"rompre", "rompu", "rompt", "rompent", "rompit", "romp", "rompr"},
    Pattern{"dre", "du", "d", "dent", "dit", "d", "dr"},
    Pattern{"artir", "arti", "art", "artent", "artit", "art", "artir"},
    Pattern{"sortir", "sorti", "sort", "sortent", "sortit", "sort", "sortir"},
    Pattern{"entir", "enti", "ent", "entent", "entit", "ent", "entir"},
    Pattern{"servir", "servi", "sert", "servent", "servit", "serv", "servir"},
    Pattern{"fuir", "fui", "fuit", "fuient", "fuit", "fuy", "fuir"},
    Pattern{"ueillir", "ueilli", "ueille", "ueillent", "ueillit", "ueill", "ueiller"},
    Pattern{"ir", "i", "it", "issent", "it", "iss", "ir"},
};

bool consonant(char c) {
    return std::string_view("bcdfghjklmnpqrstvwxz").find(c) != std::string_view::npos;
}

/// The stem of "-er" verbs before a mute e: "enlev" → "enlèv", "libér" → "libèr", "appel" → "appell".
std::string openStem(std::string_view stem) {
    std::string out(stem);
    if (stem.ends_with("appel") || stem.ends_with("rejet") || stem == "jet" || stem.ends_with("projet"))
        return out + stem.back();
    if (stem.ends_with("oy") || stem.ends_with("uy")) {
        out.back() = 'i';
        return out;
    }
    std::size_t end = out.size(); // before the consonants that close the stem
    while (end > 0 && consonant(out[end - 1]))
        --end;
    if (end == out.size() || out.size() - end > 2)
        return out;
    if (end >= 1 && out[end - 1] == 'e' && out.size() - end == 1 && end >= 2)
        out.replace(end - 1, 1, "è");
    else if (end >= 2 && std::string_view(out).substr(end - 2, 2) == "é")
        out.replace(end - 2, 2, "è");
    return out;
}

} // namespace

std::vector<FrenchVerbForm> frenchVerbForms(std::string_view infinitive) {
    std::vector<FrenchVerbForm> out;
    const auto add = [&](std::string form, FrenchForm kind) { out.push_back({std::move(form), kind}); };
    std::string participle;
    if (infinitive.ends_with("er")) {
        const std::string stem(infinitive.substr(0, infinitive.size() - 2));
        std::string soft = stem; // before a and o
        if (stem.ends_with("g"))
            soft += 'e';
        else if (stem.ends_with("c"))
            soft.replace(soft.size() - 1, 1, "ç");
        const std::string open = openStem(stem);
        participle = stem + "é";
        add(open + "e", FrenchForm::Finite);
        add(open + "ent", FrenchForm::Finite);
        add(soft + "a", FrenchForm::Past);
        add(stem + "èrent", FrenchForm::Past);
        add(soft + "ait", FrenchForm::Past);
        add(soft + "aient", FrenchForm::Past);
        add(soft + "ant", FrenchForm::PresentParticiple);
        const std::string future = stem.ends_with("envoy") ? stem.substr(0, stem.size() - 2) + "err" : open + "er";
        for (const std::string_view tail : {"a", "ont", "ait", "aient"})
            add(future + std::string(tail), FrenchForm::Finite);
    } else {
        for (const Pattern& p : patterns) {
            if (!infinitive.ends_with(p.ending))
                continue;
            const std::string front(infinitive.substr(0, infinitive.size() - p.ending.size()));
            const auto with = [&](std::string_view part, std::string_view tail = {}) {
                return front + std::string(part) + std::string(tail);
            };
            participle = with(p.participle);
            add(with(p.singular), FrenchForm::Finite);
            add(with(p.plural), FrenchForm::Finite);
            add(with(p.past), FrenchForm::Past);
            const std::string_view past = p.past.substr(0, p.past.size() - 1);
            add(with(past, "rent"), FrenchForm::Past);
            add(with(p.stem, "ait"), FrenchForm::Past);
            add(with(p.stem, "aient"), FrenchForm::Past);
            add(with(p.stem, "ant"), FrenchForm::PresentParticiple);
            for (const std::string_view tail : {"a", "ont", "ait", "aient"})
                add(with(p.future, tail), FrenchForm::Finite);
            break;
        }
    }
    if (!participle.empty()) {
        add(participle, FrenchForm::Participle);
        add(participle + "e", FrenchForm::Participle);
        add(participle.back() == 's' ? participle : participle + "s", FrenchForm::Participle);
        add(participle + "es", FrenchForm::Participle);
    }
    return out;
}

std::string frenchPluralOf(std::string_view noun) {
    if (noun.ends_with("s") || noun.ends_with("x") || noun.ends_with("z"))
        return std::string(noun);
    if (noun.ends_with("al") && noun != "bal" && noun != "festival" && noun != "carnaval" && noun != "récital")
        return std::string(noun.substr(0, noun.size() - 2)) + "aux";
    if (noun.ends_with("au") || noun.ends_with("eu"))
        return std::string(noun) + (noun == "pneu" || noun == "bleu" ? "s" : "x");
    return std::string(noun) + "s";
}

} // namespace countercheck::text
