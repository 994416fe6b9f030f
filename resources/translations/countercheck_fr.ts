<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ArticleView</name>
    <message>
        <source>untitled</source>
        <translation>sans titre</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>1 sentence rewritten</source>
        <translation>1 phrase récrite</translation>
    </message>
    <message>
        <source>%1 sentences rewritten</source>
        <translation>%1 phrases récrites</translation>
    </message>
    <message>
        <source>1 sentence added</source>
        <translation>1 phrase ajoutée</translation>
    </message>
    <message>
        <source>%1 sentences added</source>
        <translation>%1 phrases ajoutées</translation>
    </message>
    <message>
        <source>1 sentence removed</source>
        <translation>1 phrase supprimée</translation>
    </message>
    <message>
        <source>%1 sentences removed</source>
        <translation>%1 phrases supprimées</translation>
    </message>
</context>
<context>
    <name>FolderFiles</name>
    <message>
        <source>%1: this folder may not be read; ask its owner, or copy what is in it.</source>
        <translation>%1&#x202f;: ce dossier ne peut pas être lu&#x202f;; demandez à son propriétaire, ou copiez ce qu’il contient.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Taken in</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Another version</source>
        <translation>Autre version</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Déjà présent</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Écarté</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non traité</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Rapport d’importation</translation>
    </message>
</context>
<context>
    <name>Launch</name>
    <message>
        <source>countercheck: unknown option %1; try countercheck --help</source>
        <translation>countercheck&#x202f;: option inconnue %1&#x202f;; essayez countercheck --help</translation>
    </message>
    <message>
        <source>countercheck: give either one case or articles, not both; open the case and add the articles there</source>
        <translation>countercheck&#x202f;: donnez soit un dossier, soit des articles, pas les deux&#x202f;; ouvrez le dossier et ajoutez-y les articles</translation>
    </message>
    <message>
        <source>Usage: countercheck [CASE.countercheck | ARTICLE…]

Opens the workbench on a case, or on articles that are to be compared.
Without arguments: the last case, or the sample case.

  --help      this text
  --version   the program&apos;s version

countercheck-cli does the same work without a window.
</source>
        <translation>Usage&#x202f;: countercheck [DOSSIER.countercheck | ARTICLE…]

Ouvre l’établi sur un dossier, ou sur des articles à comparer.
Sans argument&#x202f;: le dernier dossier, ou le dossier d’exemple.

  --help      ce texte
  --version   la version du programme

countercheck-cli fait le même travail sans fenêtre.
</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>same text as %1</source>
        <translation>même texte que %1</translation>
    </message>
    <message>
        <source>derived from %1 · %2 %</source>
        <translation>dérivé de %1 · %2&#x202f;%</translation>
    </message>
    <message>
        <source>shares a source with %1</source>
        <translation>source commune avec %1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>source d’origine</translation>
    </message>
    <message>
        <source>independent</source>
        <translation>indépendant</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>not an independent source</source>
        <translation>source non indépendante</translation>
    </message>
    <message>
        <source>1 character repaired</source>
        <translation>1 caractère réparé</translation>
    </message>
    <message>
        <source>%1 characters repaired</source>
        <translation>%1 caractères réparés</translation>
    </message>
    <message>
        <source>1 stray tag dropped</source>
        <translation>1 balise égarée retirée</translation>
    </message>
    <message>
        <source>%1 stray tags dropped</source>
        <translation>%1 balises égarées retirées</translation>
    </message>
    <message>
        <source>captured %1</source>
        <translation>capturé %1</translation>
    </message>
    <message>
        <source>derived from %1 ✎</source>
        <translation>dérivé de %1 ✎</translation>
    </message>
    <message>
        <source>version %1 of %2</source>
        <translation>version&#x202f;%1 sur&#x202f;%2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder, or make room; nothing was left half-written.</source>
        <translation>Impossible d’écrire %1&#x202f;: %2. Choisissez un autre répertoire ou libérez de la place&#x202f;; rien n’est resté à moitié écrit.</translation>
    </message>
    <message>
        <source>unnamed source, in %1</source>
        <translation>source non nommée, dans %1</translation>
    </message>
    <message>
        <source>%1 to %2, in %3</source>
        <translation>%1 à %2, dans %3</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, dans %2</translation>
    </message>
    <message>
        <source>denies it</source>
        <translation>le dément</translation>
    </message>
    <message>
        <source>as possible</source>
        <translation>comme possible</translation>
    </message>
    <message>
        <source>repeated by %1</source>
        <translation>repris par %1</translation>
    </message>
    <message>
        <source>also in %1</source>
        <translation>aussi dans %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>plain digits</source>
        <translation>chiffres seuls</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>no lower bound</source>
        <translation>sans borne inférieure</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>no upper bound</source>
        <translation>sans borne supérieure</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>EUR, km, none</source>
        <translation>EUR, km, aucune</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until (not in it)</source>
        <translation>Jusqu’au (exclu)</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>the article itself</source>
        <translation>l’article lui-même</translation>
    </message>
    <message>
        <source>“%1” renamed “%2”</source>
        <translation>«&#x202f;%1&#x202f;» renommée «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>“%1” set apart from “%2”</source>
        <translation>«&#x202f;%1&#x202f;» séparé de «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>relation of “%1” and “%2” dismissed: %3</source>
        <translation>relation entre «&#x202f;%1&#x202f;» et «&#x202f;%2&#x202f;» écartée&#x202f;: %3</translation>
    </message>
    <message>
        <source>“%1” marked for “%2”</source>
        <translation>«&#x202f;%1&#x202f;» marqué pour «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>value of “%1” in “%2” put right</source>
        <translation>valeur de «&#x202f;%1&#x202f;» corrigée dans «&#x202f;%2&#x202f;»</translation>
    </message>
    <message>
        <source>an article marked as derived from another</source>
        <translation>un article marqué comme dérivé d’un autre</translation>
    </message>
    <message>
        <source>two articles marked as independent</source>
        <translation>deux articles marqués comme indépendants</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 par %2, %3</translation>
    </message>
    <message>
        <source>to print: %1</source>
        <translation>à publier&#x202f;: %1</translation>
    </message>
    <message>
        <source>dismissed: %1</source>
        <translation>écartée&#x202f;: %1</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 notes</translation>
    </message>
    <message>
        <source>1 piece of evidence</source>
        <translation>1 pièce</translation>
    </message>
    <message>
        <source>%1 pieces of evidence</source>
        <translation>%1 pièces</translation>
    </message>
    <message>
        <source>made on %1</source>
        <translation>fait le %1</translation>
    </message>
    <message>
        <source>the claims</source>
        <translation>les affirmations</translation>
    </message>
    <message>
        <source>the verdict</source>
        <translation>le verdict</translation>
    </message>
    <message>
        <source>the wording</source>
        <translation>la formulation</translation>
    </message>
    <message>
        <source>the evidence</source>
        <translation>les pièces</translation>
    </message>
    <message>
        <source>%1 (read anew)</source>
        <translation>%1 (relues)</translation>
    </message>
    <message>
        <source>%1 (after “%2” by %3, %4)</source>
        <translation>%1 (après «&#x202f;%2&#x202f;» par&#x202f;%3,&#x202f;%4)</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <translation>%1 (par&#x202f;%2)</translation>
    </message>
    <message>
        <source>%1 (by %2, %3)</source>
        <translation>%1 (par&#x202f;%2,&#x202f;%3)</translation>
    </message>
    <message>
        <source>and 1 that repeats it</source>
        <translation>et 1 qui le reprend</translation>
    </message>
    <message>
        <source>and %1 that repeat it</source>
        <translation>et&#x202f;%1 qui le reprennent</translation>
    </message>
    <message>
        <source>also in 1 other</source>
        <translation>aussi dans 1 autre</translation>
    </message>
    <message>
        <source>also in %1 others</source>
        <translation>aussi dans&#x202f;%1 autres</translation>
    </message>
</context>
<context>
    <name>SigningWay</name>
    <message>
        <source>To the verdict</source>
        <translation>Aller à l’avis</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Trancher</translation>
    </message>
    <message>
        <source>Somebody else signs…</source>
        <translation>Une autre personne valide…</translation>
    </message>
    <message>
        <source>The sign-off by %1 no longer holds: %2</source>
        <translation>La validation de&#x202f;%1 ne tient plus&#x202f;:&#x202f;%2</translation>
    </message>
    <message>
        <source>Signed by %1, then changed: %2</source>
        <translation>Signé par&#x202f;%1, puis modifié&#x202f;:&#x202f;%2</translation>
    </message>
</context>
<context>
    <name>TextFlow</name>
    <message>
        <source>repeated title, left out</source>
        <translation>titre répété, écarté</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>dateline</source>
        <translation>lieu et date</translation>
    </message>
    <message>
        <source>credit, left out</source>
        <translation>crédit, écarté</translation>
    </message>
    <message>
        <source>caption, left out</source>
        <translation>légende, écartée</translation>
    </message>
    <message>
        <source>site furniture, left out</source>
        <translation>habillage du site, écarté</translation>
    </message>
    <message>
        <source>newsletter, left out</source>
        <translation>lettre d’information, écartée</translation>
    </message>
    <message>
        <source>page data, left out</source>
        <translation>données de page, écartées</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>%1 lines: %2</source>
        <translation>%1 lignes&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1 · show</source>
        <translation>%1 · afficher</translation>
    </message>
    <message>
        <source>%1 · hide</source>
        <translation>%1 · masquer</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Single source</source>
        <translation>Source unique</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Contradiction</translation>
    </message>
    <message>
        <source>Discrepancy</source>
        <translation>Divergence</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>one source alone says so</source>
        <translation>une seule source le dit</translation>
    </message>
    <message>
        <source>both cannot be true</source>
        <translation>les deux ne peuvent pas être vrais</translation>
    </message>
    <message>
        <source>both can be true</source>
        <translation>les deux peuvent être vrais</translation>
    </message>
    <message>
        <source>one is more precise</source>
        <translation>l’un est plus précis</translation>
    </message>
    <message>
        <source>they say the same</source>
        <translation>ils disent la même chose</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Unchecked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>En vérification</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Contesté</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Unverifiable</source>
        <translation>Invérifiable</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Dépassé</translation>
    </message>
    <message>
        <source>Nobody has looked at it yet</source>
        <translation>Personne ne l’a encore examiné</translation>
    </message>
    <message>
        <source>Somebody is at work on it; it stays unresolved</source>
        <translation>Quelqu’un y travaille&#x202f;; cela reste non résolu</translation>
    </message>
    <message>
        <source>Evidence outside these articles supports what is to be printed</source>
        <translation>Des preuves extérieures à ces articles appuient ce qui sera publié</translation>
    </message>
    <message>
        <source>Sources differ and the difference is to be printed</source>
        <translation>Les sources diffèrent et la différence sera publiée</translation>
    </message>
    <message>
        <source>Evidence outside these articles shows that the claim is wrong</source>
        <translation>Des preuves extérieures à ces articles montrent que l’affirmation est fausse</translation>
    </message>
    <message>
        <source>It cannot be established from anything that can be had</source>
        <translation>Rien de ce qui est accessible ne permet de l’établir</translation>
    </message>
    <message>
        <source>It was decided, and something newer has taken its place</source>
        <translation>C’était décidé, et un élément plus récent a pris sa place</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>lecteur</translation>
    </message>
    <message>
        <source>checker</source>
        <translation>vérificateur</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>éditeur</translation>
    </message>
    <message>
        <source>head of desk</source>
        <translation>chef de service</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Taking in %1</source>
        <translation>Ajout de&#x202f;%1</translation>
    </message>
</context>
<context>
    <name>countercheck::ui</name>
    <message>
        <source>Counts</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Montants</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>Pourcentages</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>Said and denied</source>
        <translation>Affirmé et démenti</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Causes</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Citations</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écartées</translation>
    </message>
    <message>
        <source>Waits for a signature</source>
        <translation>En attente de validation</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Validées</translation>
    </message>
    <message>
        <source>Signed, then changed</source>
        <translation>Signées, puis modifiées</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>À départager</translation>
    </message>
    <message>
        <source>&amp;Relation</source>
        <translation>&amp;Relation</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Genre</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;État</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Personne</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Supprimer les filtres</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ArticleDialog</name>
    <message>
        <source>Article %1: details</source>
        <translation>Article %1&#x202f;: détails</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>Détails de l’article</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>who published it</source>
        <translation>qui l’a publié</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>2026-01-13 or 2026-01-13T08:15</source>
        <translation>2026-01-13 ou 2026-01-13T08:15</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>detected; or en, fr, …</source>
        <translation>détectée&#x202f;; ou en, fr…</translation>
    </message>
    <message>
        <source>Captured %1 from %2 (%3)
SHA-256 %4</source>
        <translation>Capturé %1 depuis %2 (%3)
SHA-256 %4</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep details</source>
        <translation>Garder les détails</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it as 2026-01-13, or 2026-01-13T08:15, or leave it empty.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas une date. Écrivez 2026-01-13 ou 2026-01-13T08:15, ou laissez vide.</translation>
    </message>
    <message>
        <source>The address cannot be read as a URL.</source>
        <translation>Cette adresse n’est pas une URL lisible.</translation>
    </message>
    <message>
        <source>Write the language as a tag such as en or fr-CA, or leave it empty.</source>
        <translation>Indiquez la langue par un code tel que en ou fr-CA, ou laissez vide.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur&#x202f;%2</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>Ce qui a changé…</translation>
    </message>
    <message>
        <source>What changed between the versions</source>
        <translation>Ce qui a changé entre les versions</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ArticlePane</name>
    <message>
        <source>Not mentioned here</source>
        <translation>Non mentionné ici</translation>
    </message>
    <message>
        <source>Article %1, %2</source>
        <translation>Article %1, %2</translation>
    </message>
    <message>
        <source>Not mentioned here: %1</source>
        <translation>Non mentionné ici&#x202f;: %1</translation>
    </message>
    <message>
        <source>1 mention further up</source>
        <translation>1 mention plus haut</translation>
    </message>
    <message>
        <source>%1 mentions further up</source>
        <translation>%1 mentions plus haut</translation>
    </message>
    <message>
        <source>1 mention further down</source>
        <translation>1 mention plus bas</translation>
    </message>
    <message>
        <source>%1 mentions further down</source>
        <translation>%1 mentions plus bas</translation>
    </message>
    <message>
        <source> · says %1</source>
        <translation> · selon %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, dans %1</translation>
    </message>
    <message>
        <source>%1 of %2: %3, %4: %5</source>
        <translation>%1 sur %2&#x202f;: %3, %4&#x202f;: %5</translation>
    </message>
    <message>
        <source>&lt;br&gt;✎ by %1</source>
        <translation>&lt;br&gt;✎ par %1</translation>
    </message>
    <message>
        <source>%1, by hand of %2</source>
        <translation>%1, de la main de %2</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ArticleText</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>&amp;Hide what was left out</source>
        <translation>&amp;Masquer ce qui a été écarté</translation>
    </message>
    <message>
        <source>Show what was &amp;left out</source>
        <translation>&amp;Afficher ce qui a été écarté</translation>
    </message>
    <message>
        <source>Repaired. As captured: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Réparé. Texte capturé&#x202f;: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ArticlesModel</name>
    <message>
        <source>%1: none</source>
        <translation>%1&#x202f;: aucun</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Written from</source>
        <translation>Écrit d’après</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ChangesDialog</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Version antérieure</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Version ultérieure</translation>
    </message>
    <message>
        <source>Version %1 of %2: %3, %4 · %5</source>
        <translation>Version&#x202f;%1 sur&#x202f;%2&#x202f;:&#x202f;%3,&#x202f;%4 ·&#x202f;%5</translation>
    </message>
    <message>
        <source>−  From</source>
        <translation>−  De</translation>
    </message>
    <message>
        <source>+  To</source>
        <translation>+  Vers</translation>
    </message>
    <message>
        <source>Sentences that changed</source>
        <translation>Phrases modifiées</translation>
    </message>
    <message>
        <source>Show &amp;unchanged sentences</source>
        <translation>Montrer les phrases &amp;inchangées</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Modification précédente</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Modification suivante</translation>
    </message>
    <message>
        <source>Previous change (Shift+F8)</source>
        <translation>Modification précédente (Maj+F8)</translation>
    </message>
    <message>
        <source>Next change (F8)</source>
        <translation>Modification suivante (F8)</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier comme texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>That is one version: choose another one.</source>
        <translation>C’est une seule et même version&#x202f;: choisissez-en une autre.</translation>
    </message>
    <message>
        <source>No sentence differs.</source>
        <translation>Aucune phrase ne diffère.</translation>
    </message>
    <message>
        <source>… 1 sentence unchanged</source>
        <translation>… 1 phrase inchangée</translation>
    </message>
    <message>
        <source>… %1 sentences unchanged</source>
        <translation>…&#x202f;%1 phrases inchangées</translation>
    </message>
    <message>
        <source>was</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>is now</source>
        <translation>devient</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ChoiceField</name>
    <message>
        <source>Type words to look for one</source>
        <translation>Saisir des mots pour chercher</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ConflictBox</name>
    <message>
        <source>Decisions to be settled</source>
        <translation>Décisions à départager</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Garder celle-ci</translation>
    </message>
    <message>
        <source>Keep what %1 decided: %2</source>
        <translation>Garder la décision de %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>A new sign-off, or a revocation with a reason, settles it.</source>
        <translation>Une nouvelle validation, ou une révocation motivée, tranche.</translation>
    </message>
    <message>
        <source>Sign off anew</source>
        <translation>Valider à nouveau</translation>
    </message>
    <message>
        <source>Revoke both…</source>
        <translation>Révoquer les deux…</translation>
    </message>
    <message>
        <source>These verdicts were set without knowing of each other. Keep one; the history keeps both.</source>
        <translation>Ces verdicts ont été rendus sans que l’un sache de l’autre. Gardez-en un&#x202f;; l’historique garde les deux.</translation>
    </message>
    <message>
        <source>These figures were proposed without knowing of each other. Keep one; the history keeps both.</source>
        <translation>Ces chiffres ont été proposés sans que l’un sache de l’autre. Gardez-en un&#x202f;; l’historique garde les deux.</translation>
    </message>
    <message>
        <source>Somebody dismissed this question while somebody else decided otherwise. Keep one; the history keeps both.</source>
        <translation>Quelqu’un a écarté cette question pendant que quelqu’un d’autre décidait autrement. Gardez l’une des décisions&#x202f;; l’historique garde les deux.</translation>
    </message>
    <message>
        <source>This was signed off twice, by people who did not know of each other.</source>
        <translation>Ceci a été validé deux fois, par des personnes qui ne savaient pas l’une de l’autre.</translation>
    </message>
    <message>
        <source>The sign-off was taken back by people who did not know of each other.</source>
        <translation>La validation a été retirée par des personnes qui ne savaient pas l’une de l’autre.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à&#x202f;%2</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>Aucun chiffre</translation>
    </message>
    <message>
        <source>Not dismissed</source>
        <translation>Non écartée</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Correcting</name>
    <message>
        <source>This case is open for reading only.</source>
        <translation>Ce dossier est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>&amp;Mark as answer to “%1”	M</source>
        <translation>&amp;Marquer comme réponse à «&#x202f;%1&#x202f;»	M</translation>
    </message>
    <message>
        <source>&amp;Mark as answer	M</source>
        <translation>&amp;Marquer comme réponse	M</translation>
    </message>
    <message>
        <source>Select a question at the left first.</source>
        <translation>Choisissez d’abord une question à gauche.</translation>
    </message>
    <message>
        <source>Select the words first.</source>
        <translation>Sélectionnez d’abord les mots.</translation>
    </message>
    <message>
        <source>&amp;New question from these words…</source>
        <translation>&amp;Nouvelle question à partir de ces mots…</translation>
    </message>
    <message>
        <source>There is no mark here.</source>
        <translation>Il n’y a pas de marque ici.</translation>
    </message>
    <message>
        <source>Correct &amp;value…</source>
        <translation>Corriger la &amp;valeur…</translation>
    </message>
    <message>
        <source>Not the same q&amp;uestion</source>
        <translation>&amp;Pas la même question</translation>
    </message>
    <message>
        <source>&amp;Same question as…</source>
        <translation>Même &amp;question que…</translation>
    </message>
    <message>
        <source>Select the words in an article that answer the question, then press M.</source>
        <translation>Sélectionnez dans un article les mots qui répondent à la question, puis appuyez sur M.</translation>
    </message>
    <message>
        <source>Select the question that these words answer at the left first.</source>
        <translation>Choisissez d’abord à gauche la question à laquelle ces mots répondent.</translation>
    </message>
    <message>
        <source>Select the words in an article that the new question is about first.</source>
        <translation>Sélectionnez d’abord dans un article les mots sur lesquels porte la nouvelle question.</translation>
    </message>
    <message>
        <source>Mark as answer</source>
        <translation>Marquer comme réponse</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nouvelle question</translation>
    </message>
    <message>
        <source>“%1” answers “%2”.</source>
        <translation>«&#x202f;%1&#x202f;» répond à «&#x202f;%2&#x202f;».</translation>
    </message>
    <message>
        <source>What question does “%1” answer?</source>
        <translation>À quelle question «&#x202f;%1&#x202f;» répond-il&#x202f;?</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marquer</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Poser</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>How many were hurt?</source>
        <translation>Combien de blessés&#x202f;?</translation>
    </message>
    <message>
        <source>Leave the value empty when the words are no figure.</source>
        <translation>Laissez la valeur vide si ces mots ne sont pas un chiffre.</translation>
    </message>
    <message>
        <source>The question asks for a figure: write the value that these words say.</source>
        <translation>La question demande un chiffre&#x202f;: écrivez la valeur que disent ces mots.</translation>
    </message>
    <message>
        <source>Put the caret on the mark that answers another question first (Tab goes to it).</source>
        <translation>Placez d’abord le curseur sur la marque qui répond à une autre question (Tab y mène).</translation>
    </message>
    <message>
        <source>“%1” is a question of its own now. Ctrl+Z takes it back.</source>
        <translation>«&#x202f;%1&#x202f;» est désormais une question à part. Ctrl+Z revient en arrière.</translation>
    </message>
    <message>
        <source>Put the caret on the mark whose value is wrong first (Tab goes to it).</source>
        <translation>Placez d’abord le curseur sur la marque dont la valeur est fausse (Tab y mène).</translation>
    </message>
    <message>
        <source>Correct value</source>
        <translation>Corriger la valeur</translation>
    </message>
    <message>
        <source>What “%1” says on “%2”. What you leave as it is stays as it was read.</source>
        <translation>Ce que «&#x202f;%1&#x202f;» dit de «&#x202f;%2&#x202f;». Ce que vous ne touchez pas reste tel qu’il a été lu.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Hedge</source>
        <translation>Nuance</translation>
    </message>
    <message>
        <source>as it was read</source>
        <translation>tel que lu</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>exactement</translation>
    </message>
    <message>
        <source>about</source>
        <translation>environ</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>près de</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>au moins</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>plus de</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>au plus</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>moins de</translation>
    </message>
    <message>
        <source>Select a question or a mark first.</source>
        <translation>Choisissez d’abord une question ou une marque.</translation>
    </message>
    <message>
        <source>“%1” is the same question as: choose a mark in an article, or a question in the list. Escape leaves it.</source>
        <translation>«&#x202f;%1&#x202f;» est la même question que&#x202f;: choisissez une marque dans un article, ou une question dans la liste. Échap abandonne.</translation>
    </message>
    <message>
        <source>The two are one question now. Ctrl+Z takes it back.</source>
        <translation>Les deux ne font plus qu’une question. Ctrl+Z revient en arrière.</translation>
    </message>
    <message>
        <source>Rename question</source>
        <translation>Renommer la question</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>This is its name already.</source>
        <translation>C’est déjà son nom.</translation>
    </message>
    <message>
        <source>Nothing is related in this question: there is nothing to dismiss.</source>
        <translation>Cette question ne contient aucune relation&#x202f;: il n’y a rien à écarter.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Dismiss relation</source>
        <translation>Écarter la relation</translation>
    </message>
    <message>
        <source>The two claims stay; only that they stand to one another this way is taken out.</source>
        <translation>Les deux affirmations restent&#x202f;; seul ce lien entre elles est retiré.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>why it does not hold</source>
        <translation>pourquoi elle ne tient pas</translation>
    </message>
    <message>
        <source>There are no two articles of which one could rest on the other.</source>
        <translation>Il n’y a pas deux articles dont l’un pourrait reposer sur l’autre.</translation>
    </message>
    <message>
        <source>Which rests on which</source>
        <translation>Lequel repose sur lequel</translation>
    </message>
    <message>
        <source>Articles that rest on one another count as one origin, in every question.</source>
        <translation>Des articles qui reposent l’un sur l’autre comptent pour une seule source d’origine, dans chaque question.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Est</translation>
    </message>
    <message>
        <source>derived from</source>
        <translation>dérivé de</translation>
    </message>
    <message>
        <source>independent of</source>
        <translation>indépendant de</translation>
    </message>
    <message>
        <source>Other article</source>
        <translation>Autre article</translation>
    </message>
    <message>
        <source>how you know</source>
        <translation>comment vous le savez</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdues</translation>
    </message>
    <message>
        <source>These were decided or put right on words that no longer stand where they stood. Nothing is moved to a near match; all of it stays in the case, and holds again when the words come back.</source>
        <translation>Décisions et corrections portant sur des mots qui ne sont plus à leur place. Rien n’est déplacé vers un passage voisin&#x202f;; tout reste dans le dossier et vaudra de nouveau si les mots reviennent.</translation>
    </message>
    <message>
        <source>Decision on “%1”
%2</source>
        <translation>Décision sur «&#x202f;%1&#x202f;»
%2</translation>
    </message>
    <message>
        <source>Correction: %1
%2, %3 · its words, its question or its article are not there</source>
        <translation>Correction&#x202f;: %1
%2, %3 · ses mots, sa question ou son article ne sont plus là</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Possibly the same</source>
        <translation>Peut-être la même</translation>
    </message>
    <message>
        <source>Pairs of questions that nearly met the rules for being one. Return or J joins the pair; Ctrl+Z takes it back.</source>
        <translation>Paires de questions qui ont failli n’en faire qu’une selon les règles. Entrée ou J les joint&#x202f;; Ctrl+Z revient en arrière.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Join this pair</source>
        <translation>Joindre cette paire</translation>
    </message>
    <message>
        <source>%1  ↔  %2
%3</source>
        <translation>%1  ↔  %2
%3</translation>
    </message>
    <message>
        <source>No two questions are that near.</source>
        <translation>Aucune paire de questions n’est aussi proche.</translation>
    </message>
    <message>
        <source>There is no pair to join.</source>
        <translation>Il n’y a pas de paire à joindre.</translation>
    </message>
    <message>
        <source>Choose both articles from their lists: type some words of one, then take it from the list.</source>
        <translation>Choisissez les deux articles dans leurs listes&#x202f;: saisissez quelques mots de l’un, puis prenez-le dans la liste.</translation>
    </message>
    <message>
        <source>as the bounds say</source>
        <translation>selon les bornes</translation>
    </message>
    <message>
        <source>“%1” answers “%2” now. Ctrl+Z takes it back.</source>
        <translation>«&#x202f;%1&#x202f;» répond maintenant à «&#x202f;%2&#x202f;». Ctrl+Z l’annule.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Deciding</name>
    <message>
        <source>The articles that answer “%1” rest on one another: they are one origin. One primary source can be enough: name it, and say why.</source>
        <translation>Les articles qui répondent à «&#x202f;%1&#x202f;» reposent les uns sur les autres&#x202f;: ils n’ont qu’une source d’origine. Une source primaire peut suffire&#x202f;: nommez-la et dites pourquoi.</translation>
    </message>
    <message>
        <source>“%1” has no two origins that are known to be independent. One primary source can be enough: name it, and say why.</source>
        <translation>«&#x202f;%1&#x202f;» n’a pas deux sources d’origine connues comme indépendantes. Une source primaire peut suffire&#x202f;: nommez-la et dites pourquoi.</translation>
    </message>
    <message>
        <source>What has taken the place of what was decided on “%1”?</source>
        <translation>Qu’est-ce qui remplace ce qui avait été décidé sur «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>“%1” was decided. Why is it checked again?</source>
        <translation>«&#x202f;%1&#x202f;» était tranchée. Pourquoi la vérifier de nouveau&#x202f;?</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Verdict&#x202f;: %1</translation>
    </message>
    <message>
        <source>Primary source</source>
        <translation>Source primaire</translation>
    </message>
    <message>
        <source>a document, an official count, a recording</source>
        <translation>un document, un décompte officiel, un enregistrement</translation>
    </message>
    <message>
        <source>Superseded by</source>
        <translation>Remplacé par</translation>
    </message>
    <message>
        <source>the ministry&apos;s count of 15 January</source>
        <translation>le décompte du ministère du 15 janvier</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>why this one source is enough</source>
        <translation>pourquoi cette seule source suffit</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>The question goes back to checking. What has to be done before it can be signed?</source>
        <translation>La question repart en vérification. Que faut-il faire avant de pouvoir la valider&#x202f;?</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Sign off without the key</source>
        <translation>Valider sans la clé</translation>
    </message>
    <message>
        <source>The sign-off then says that the identity is only asserted</source>
        <translation>La validation indique alors que l’identité est seulement déclarée</translation>
    </message>
    <message>
        <source>The key file is missing: choose it again under Check ▸ I am….</source>
        <translation>Le fichier de la clé manque&#x202f;: choisissez-le à nouveau sous Vérifier ▸ Je suis….</translation>
    </message>
    <message>
        <source>The passphrase is missing.</source>
        <translation>La phrase secrète manque.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>An address can change or go: add the page or a picture of it, too, if you can. Files are copied into the case with their hash.</source>
        <translation>Une adresse peut changer ou disparaître&#x202f;: ajoutez aussi la page ou son image, si possible. Les fichiers sont copiés dans le dossier avec leur empreinte.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Ajouter une pièce</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Ce qu’elle montre</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Il n’y a pas de fichier %1.</translation>
    </message>
    <message>
        <source>Grade a source</source>
        <translation>Coter une source</translation>
    </message>
    <message>
        <source>How reliable the source is holds for the whole case; how credible its information is, for this question. The two are never put together into one.</source>
        <translation>La fiabilité de la source vaut pour tout le dossier&#x202f;; la crédibilité de son information, pour cette question. Les deux ne sont jamais fondues en une seule cote.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Coter</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>A – reliable</source>
        <translation>A – fiable</translation>
    </message>
    <message>
        <source>B – usually reliable</source>
        <translation>B – habituellement fiable</translation>
    </message>
    <message>
        <source>C – fairly reliable</source>
        <translation>C – assez fiable</translation>
    </message>
    <message>
        <source>D – not usually reliable</source>
        <translation>D – rarement fiable</translation>
    </message>
    <message>
        <source>E – unreliable</source>
        <translation>E – non fiable</translation>
    </message>
    <message>
        <source>F – cannot be judged</source>
        <translation>F – ne peut être jugée</translation>
    </message>
    <message>
        <source>Why this reliability</source>
        <translation>Pourquoi cette fiabilité</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Crédibilité</translation>
    </message>
    <message>
        <source>1 – confirmed by others</source>
        <translation>1 – confirmée par d’autres</translation>
    </message>
    <message>
        <source>2 – probably true</source>
        <translation>2 – probablement vraie</translation>
    </message>
    <message>
        <source>3 – possibly true</source>
        <translation>3 – peut-être vraie</translation>
    </message>
    <message>
        <source>4 – doubtful</source>
        <translation>4 – douteuse</translation>
    </message>
    <message>
        <source>5 – improbable</source>
        <translation>5 – improbable</translation>
    </message>
    <message>
        <source>6 – cannot be judged</source>
        <translation>6 – ne peut être jugée</translation>
    </message>
    <message>
        <source>Why this credibility</source>
        <translation>Pourquoi cette crédibilité</translation>
    </message>
    <message>
        <source>Nothing is graded differently yet.</source>
        <translation>Aucune cote n’a encore changé.</translation>
    </message>
    <message>
        <source>Let this desktop&apos;s keyring keep it</source>
        <translation>La confier au trousseau de ce bureau</translation>
    </message>
    <message>
        <source>Switched off, the passphrase is kept nowhere</source>
        <translation>Sinon, la phrase secrète n’est gardée nulle part</translation>
    </message>
    <message>
        <source>Signing as %1 (key %2). The passphrase is asked for once while the program runs.</source>
        <translation>Signature de&#x202f;%1 (clé&#x202f;%2). La phrase secrète n’est demandée qu’une fois tant que le programme tourne.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Discussion</name>
    <message>
        <source>Discussion</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Say something about this question</source>
        <translation>Dire quelque chose sur cette question</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Return; Shift+Return begins a new line</source>
        <translation>Entrée&#x202f;; Maj+Entrée va à la ligne</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1,&#x202f;%2&#x202f;:&#x202f;%3</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::EmptyPage</name>
    <message>
        <source>Add articles…</source>
        <translation>Ajouter des articles…</translation>
    </message>
    <message>
        <source>Add articles to the empty case</source>
        <translation>Ajouter des articles au dossier vide</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show all hidden articles</source>
        <translation>Afficher tous les articles masqués</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>Voir l’exemple</translation>
    </message>
    <message>
        <source>or drop files here, or paste text with Ctrl+V</source>
        <translation>ou déposez des fichiers ici, ou collez du texte avec Ctrl+V</translation>
    </message>
    <message>
        <source>All articles are hidden</source>
        <translation>Tous les articles sont masqués</translation>
    </message>
    <message>
        <source>Put reports of one event side by side</source>
        <translation>Placez côte à côte les récits d’un même événement</translation>
    </message>
    <message>
        <source>They still count in the comparison.</source>
        <translation>Ils comptent toujours dans la comparaison.</translation>
    </message>
    <message>
        <source>Add two or more articles. Figures, dates, names and quotes are read out of them,
and what answers the same question is compared.</source>
        <translation>Ajoutez deux articles ou plus. Chiffres, dates, noms et citations y sont relevés,
et ce qui répond à la même question est comparé.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>Ouverture de&#x202f;%1…</translation>
    </message>
    <message>
        <source>It is large: it is read and checked beside the window.</source>
        <translation>Il est volumineux&#x202f;: il est lu et vérifié pendant que la fenêtre reste libre.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ExhibitView</name>
    <message>
        <source>Evidence: %1</source>
        <translation>Pièce&#x202f;:&#x202f;%1</translation>
    </message>
    <message>
        <source>Added by %1, %2 · %3</source>
        <translation>Ajoutée par&#x202f;%1,&#x202f;%2 ·&#x202f;%3</translation>
    </message>
    <message>
        <source>an address only</source>
        <translation>une adresse seulement</translation>
    </message>
    <message>
        <source>✓ The bytes are those that were added.</source>
        <translation>✓ Les octets sont ceux qui ont été ajoutés.</translation>
    </message>
    <message>
        <source>✕ The bytes are not those that were added. Nothing of them is shown.</source>
        <translation>✕ Les octets ne sont pas ceux qui ont été ajoutés. Rien n’en est montré.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copier le SHA-256</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing of this address is kept in the case, and nothing is ever fetched by itself. Add a saved page or a picture of it, so that it can be seen later.</source>
        <translation>Rien de cette adresse n’est gardé dans le dossier, et rien n’est jamais téléchargé tout seul. Ajoutez-en une page enregistrée ou une image pour pouvoir la voir plus tard.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Il n’y a rien à montrer.</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 points, too many to be shown here. Save a copy to look at it.</source>
        <translation>L’image a&#x202f;%1 ×&#x202f;%2 points, trop pour être montrée ici. Enregistrez une copie pour la regarder.</translation>
    </message>
    <message>
        <source>The picture cannot be shown: %1. Save a copy to look at it.</source>
        <translation>L’image ne peut pas être montrée&#x202f;:&#x202f;%1. Enregistrez une copie pour la regarder.</translation>
    </message>
    <message>
        <source>Picture, %1 × %2 points</source>
        <translation>Image,&#x202f;%1 ×&#x202f;%2 points</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Saved page</source>
        <translation>Page enregistrée</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Texte du fichier</translation>
    </message>
    <message>
        <source>[Only the first %1 are shown. Save a copy to see the rest.]</source>
        <translation>[Seuls les premiers&#x202f;%1 sont montrés. Enregistrez une copie pour voir le reste.]</translation>
    </message>
    <message>
        <source>The PDF cannot be read: it is damaged. Save a copy to look at it with another program.</source>
        <translation>Le PDF ne peut pas être lu&#x202f;: il est endommagé. Enregistrez une copie pour le regarder avec un autre programme.</translation>
    </message>
    <message>
        <source>The PDF asks for a password. Save a copy and open it with a program that asks for it.</source>
        <translation>Le PDF demande un mot de passe. Enregistrez une copie et ouvrez-la avec un programme qui le demande.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>This page cannot be drawn. Save a copy to look at it with another program.</source>
        <translation>Cette page ne peut pas être dessinée. Enregistrez une copie pour la regarder avec un autre programme.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page&#x202f;%1 sur&#x202f;%2</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. Save a copy to look at it with a program of your choice, and remember that it may come from anybody.</source>
        <translation>Cette sorte de fichier n’est pas montrée ici. Enregistrez une copie pour la regarder avec le programme de votre choix, en vous souvenant qu’elle peut venir de n’importe qui.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>The copy could not be written to %1: %2. Choose another folder.</source>
        <translation>La copie n’a pas pu être écrite dans&#x202f;%1&#x202f;:&#x202f;%2. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export dialog</source>
        <translation>Fenêtre d’exportation</translation>
    </message>
    <message>
        <source>Include what is not signed off, marked as unsigned</source>
        <translation>Inclure ce qui n’est pas validé, signalé comme tel</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Répertoire d’exportation</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>Export name</source>
        <translation>Nom de l’exportation</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose export folder</source>
        <translation>Choisir le répertoire d’exportation</translation>
    </message>
    <message>
        <source>Write export</source>
        <translation>Écrire l’exportation</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Folder of the export</source>
        <translation>Répertoire de l’exportation</translation>
    </message>
    <message>
        <source>%1 of %2 are still unresolved.</source>
        <translation>Encore non résolues&#x202f;: %1 sur %2.</translation>
    </message>
    <message>
        <source>Will be replaced: %1.</source>
        <translation>Sera remplacé&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Choisissez au moins un format.</translation>
    </message>
    <message>
        <source>Give a name without a slash.</source>
        <translation>Donnez un nom sans barre oblique.</translation>
    </message>
    <message>
        <source>The folder does not exist. Choose another one.</source>
        <translation>Ce répertoire n’existe pas. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>a page to publish or send; opens anywhere</source>
        <translation>une page à publier ou envoyer&#x202f;; s’ouvre partout</translation>
    </message>
    <message>
        <source>pages to print and to keep</source>
        <translation>des pages à imprimer et à garder</translation>
    </message>
    <message>
        <source>to go on writing, LibreOffice</source>
        <translation>pour continuer à écrire, LibreOffice</translation>
    </message>
    <message>
        <source>to go on writing, Word</source>
        <translation>pour continuer à écrire, Word</translation>
    </message>
    <message>
        <source>for wikis and repositories</source>
        <translation>pour les wikis et les dépôts</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>for mail and notes</source>
        <translation>pour le courrier et les notes</translation>
    </message>
    <message>
        <source>one row a claim</source>
        <translation>une ligne par affirmation</translation>
    </message>
    <message>
        <source>sheets of questions, claims, sources, log</source>
        <translation>feuilles questions, affirmations, sources, journal</translation>
    </message>
    <message>
        <source>all data, for programs</source>
        <translation>toutes les données, pour les programmes</translation>
    </message>
    <message>
        <source>schema.org, for search engines</source>
        <translation>schema.org, pour les moteurs de recherche</translation>
    </message>
    <message>
        <source>Web Annotations</source>
        <translation>Annotations web</translation>
    </message>
    <message>
        <source>W3C, on the articles&apos; words</source>
        <translation>W3C, sur les mots des articles</translation>
    </message>
    <message>
        <source>IPTC, for newsroom systems</source>
        <translation>IPTC, pour les systèmes de rédaction</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>the articles with their words marked</source>
        <translation>les articles avec leurs mots marqués</translation>
    </message>
    <message>
        <source>Checker&apos;s sheet</source>
        <translation>Fiche de vérification</translation>
    </message>
    <message>
        <source>to print and fill in by hand</source>
        <translation>à imprimer et à remplir à la main</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’export</translation>
    </message>
    <message>
        <source>Export formats</source>
        <translation>Formats d’export</translation>
    </message>
    <message>
        <source>Space chooses a format; the one in focus is shown beside.</source>
        <translation>Espace choisit un format&#x202f;; celui qui a le focus est montré à côté.</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Langue de la synthèse</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Include unsigned</source>
        <translation>Inclure le non validé</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>Écarté, et pourquoi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Address of publication</source>
        <translation>Adresse de publication</translation>
    </message>
    <message>
        <source>where it will be published, for ClaimReview</source>
        <translation>où elle sera publiée, pour ClaimReview</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>1 question goes out</source>
        <translation>1 question sort</translation>
    </message>
    <message>
        <source>%1 questions go out</source>
        <translation>%1 questions sortent</translation>
    </message>
    <message>
        <source>1 stays behind</source>
        <translation>1 reste</translation>
    </message>
    <message>
        <source>%1 stay behind</source>
        <translation>%1 restent</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Aperçu&#x202f;: %1</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Écriture de %1</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n’a pas été écrit&#x202f;: %2</translation>
    </message>
    <message>
        <source>Stopped. Files that were written already stay.</source>
        <translation>Arrêté. Les fichiers déjà écrits restent.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… et %1 de plus</translation>
    </message>
    <message>
        <source>Enter goes to the question.</source>
        <translation>Entrée mène à la question.</translation>
    </message>
    <message>
        <source>Enter or a double click goes there.</source>
        <translation>Entrée ou un double clic y mène.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ExportPreview</name>
    <message>
        <source>Preview of the page</source>
        <translation>Aperçu de la page</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Aperçu du texte</translation>
    </message>
    <message>
        <source>Preview of the printed pages</source>
        <translation>Aperçu des pages imprimées</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>… and so on: the file is longer than this preview.</source>
        <translation>… et ainsi de suite&#x202f;: le fichier est plus long que cet aperçu.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Finder</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Find in the case</source>
        <translation>Rechercher dans le dossier</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Mots à rechercher</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Words, or “a phrase” in quotation marks, in articles, questions, notes…</source>
        <translation>Des mots, ou «&#x202f;une expression&#x202f;» entre guillemets, dans les articles, questions, notes…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Each word is found by its beginning; accents and capitals do not matter.</source>
        <translation>Chaque mot est trouvé par son début&#x202f;; accents et majuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Aucune commande de ce nom.</translation>
    </message>
    <message>
        <source>Enter does it; Escape leaves all as it is.</source>
        <translation>Entrée l’exécute&#x202f;; Échap laisse tout en l’état.</translation>
    </message>
    <message>
        <source>a question that is no longer there</source>
        <translation>une question qui n’existe plus</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Note sur «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Evidence for “%1”</source>
        <translation>Pièce pour «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Nothing in this case holds these words.</source>
        <translation>Rien dans ce dossier ne contient ces mots.</translation>
    </message>
    <message>
        <source>Nothing yet; the case is still being read.</source>
        <translation>Rien pour l’instant&#x202f;; la lecture du dossier continue.</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 passage</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 passages</translation>
    </message>
    <message>
        <source> so far; the case is still being read</source>
        <translation> pour l’instant&#x202f;; la lecture du dossier continue</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::HiddenStrip</name>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Hidden articles</source>
        <translation>Articles masqués</translation>
    </message>
    <message>
        <source>%1 hidden:</source>
        <translation>Masqués (%1)&#x202f;:</translation>
    </message>
    <message>
        <source>Show “%1” again</source>
        <translation>Réafficher «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Show article %1, %2</source>
        <translation>Afficher l’article %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 articles answer this question</source>
        <translation>%1 articles sur %2 répondent à cette question</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Afficher tous les articles</translation>
    </message>
    <message>
        <source>Only articles that answer</source>
        <translation>Seulement ceux qui répondent</translation>
    </message>
    <message>
        <source>Show only the articles that answer the selected question</source>
        <translation>N’afficher que les articles qui répondent à la question sélectionnée</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::HistoryModel</name>
    <message>
        <source>Record %1, %2
%3</source>
        <translation>Écriture&#x202f;%1,&#x202f;%2
%3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::HistoryView</name>
    <message>
        <source>History of the case</source>
        <translation>Historique du dossier</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer par mots</translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation>Filtrer par personne</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>This question only</source>
        <translation>Cette question seulement</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Vérifier le journal</translation>
    </message>
    <message>
        <source>Goes through the chain of the log, the signatures and the hashes of all that is kept</source>
        <translation>Parcourt la chaîne du journal, les signatures et les empreintes de tout ce qui est gardé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 écriture</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 écritures</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 écritures sur&#x202f;%2</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ImportDialog</name>
    <message>
        <source>Import report</source>
        <translation>Rapport d’importation</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>Filtrer par résultat</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer par mots</translation>
    </message>
    <message>
        <source>Files of the import</source>
        <translation>Fichiers de l’importation</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier comme texte</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Enregistrer comme texte…</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>Enregistrer comme texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Tous (%1)</translation>
    </message>
    <message>
        <source>No file answers to that.</source>
        <translation>Aucun fichier ne correspond.</translation>
    </message>
    <message>
        <source>Save import report</source>
        <translation>Enregistrer le rapport d’importation</translation>
    </message>
    <message>
        <source>import-report</source>
        <translation>rapport-importation</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ImportModel</name>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>What was found, or why not</source>
        <translation>Ce qui a été trouvé, ou pourquoi rien</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Importing</name>
    <message>
        <source>Drop either one case or articles, not both: open the case, then add the articles.</source>
        <translation>Déposez soit un dossier, soit des articles, pas les deux&#x202f;: ouvrez le dossier, puis ajoutez les articles.</translation>
    </message>
    <message>
        <source>Text and Markdown</source>
        <translation>Texte et Markdown</translation>
    </message>
    <message>
        <source>Saved pages</source>
        <translation>Pages enregistrées</translation>
    </message>
    <message>
        <source>Documents (PDF, Word, OpenDocument, RTF, EPUB)</source>
        <translation>Documents (PDF, Word, OpenDocument, RTF, EPUB)</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Courriels</translation>
    </message>
    <message>
        <source>Feeds and news items (RSS, Atom, NewsML-G2, ninjs)</source>
        <translation>Flux et dépêches (RSS, Atom, NewsML-G2, ninjs)</translation>
    </message>
    <message>
        <source>Tables and JSON Lines</source>
        <translation>Tableaux et JSON Lines</translation>
    </message>
    <message>
        <source>Web archives and ZIP</source>
        <translation>Archives du web et ZIP</translation>
    </message>
    <message>
        <source>All that can be read</source>
        <translation>Tout ce qui peut être lu</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The watched folder %1 cannot be reached. It is looked for again every few seconds; stop watching it in the line below.</source>
        <translation>Le dossier surveillé&#x202f;%1 est inaccessible. Une nouvelle tentative a lieu toutes les quelques secondes&#x202f;; la ligne du bas permet de ne plus le surveiller.</translation>
    </message>
    <message>
        <source>The watched folder is there again.</source>
        <translation>Le dossier surveillé est de nouveau accessible.</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Ajouter des articles</translation>
    </message>
    <message>
        <source>Add all articles of a folder</source>
        <translation>Ajouter tous les articles d’un dossier</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Voir le rapport</translation>
    </message>
    <message>
        <source>Nothing has been taken in yet since the case was opened.</source>
        <translation>Rien n’a encore été ajouté depuis l’ouverture du dossier.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit&#x202f;:&#x202f;%1</translation>
    </message>
    <message>
        <source>There is no other version of this article in the case.</source>
        <translation>Il n’y a pas d’autre version de cet article dans le dossier.</translation>
    </message>
    <message>
        <source>No article of this case has another version in it.</source>
        <translation>Aucun article de ce dossier n’y a d’autre version.</translation>
    </message>
    <message>
        <source>This case is open for reading only: nothing can come into it.</source>
        <translation>Ce dossier est ouvert en lecture seule&#x202f;: rien ne peut y être ajouté.</translation>
    </message>
    <message>
        <source>New files in %1 are taken in by themselves while this case is open.</source>
        <translation>Les nouveaux fichiers de&#x202f;%1 sont ajoutés d’eux-mêmes tant que ce dossier est ouvert.</translation>
    </message>
    <message>
        <source>%1 is no longer watched.</source>
        <translation>%1 n’est plus surveillé.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Select a question to see what the articles say about it.</source>
        <translation>Choisissez une question pour voir ce qu’en disent les articles.</translation>
    </message>
    <message>
        <source>Other relations of this question</source>
        <translation>Autres relations de cette question</translation>
    </message>
    <message>
        <source>Why this is one question</source>
        <translation>Pourquoi c’est une seule question</translation>
    </message>
    <message>
        <source>On one line</source>
        <translation>Sur un même axe</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Qui le dit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Ctrl ↵</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message>
        <source>Revoke sign-off</source>
        <translation>Révoquer la validation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>✓ Checked</source>
        <translation>✓ Vérifié</translation>
    </message>
    <message>
        <source>○ Checked</source>
        <translation>○ Vérifié</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no verdict yet</source>
        <translation>pas encore de verdict</translation>
    </message>
    <message>
        <source>✓✓ Signed off</source>
        <translation>✓✓ Validé</translation>
    </message>
    <message>
        <source>○ Signed off</source>
        <translation>○ Validé</translation>
    </message>
    <message>
        <source>ready for you, %1 (%2)</source>
        <translation>à vous, %1 (%2)</translation>
    </message>
    <message>
        <source>Only one source answers this; there is nothing to compare it with.</source>
        <translation>Une seule source y répond&#x202f;; il n’y a rien à comparer.</translation>
    </message>
    <message>
        <source>and 1 more relation</source>
        <translation>et 1 autre relation</translation>
    </message>
    <message>
        <source>and %1 more relations</source>
        <translation>et %1 autres relations</translation>
    </message>
    <message>
        <source>%1  %2 — %3</source>
        <translation>%1  %2 — %3</translation>
    </message>
    <message>
        <source>Nothing decided yet.</source>
        <translation>Rien n’est encore décidé.</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Dismiss a relation of this question</source>
        <translation>Écarter une relation de cette question</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>À départager</translation>
    </message>
    <message>
        <source>%1, %2
%3</source>
        <translation>%1, %2
%3</translation>
    </message>
    <message>
        <source>asserted only: on one desktop an identity is asserted, not authenticated</source>
        <translation>seulement déclarée&#x202f;: sur un poste, une identité est déclarée, non authentifiée</translation>
    </message>
    <message>
        <source>signed (key %1)</source>
        <translation>signé (clé %1)</translation>
    </message>
    <message>
        <source>This case is open for reading only.</source>
        <translation>Ce dossier est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Takes out, with a reason, a relation that does not hold</source>
        <translation>Retire, avec un motif, une relation qui ne tient pas</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Discussion</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::LineageGraph</name>
    <message>
        <source>Which article rests on which</source>
        <translation>Quel article repose sur quel autre</translation>
    </message>
    <message>
        <source>derived %1</source>
        <translation>dérivé %1</translation>
    </message>
    <message>
        <source>same text %1</source>
        <translation>même texte %1</translation>
    </message>
    <message>
        <source>shared %1</source>
        <translation>commun %1</translation>
    </message>
    <message>
        <source>%1 and %2: %3. %4</source>
        <translation>%1 et %2&#x202f;: %3. %4</translation>
    </message>
    <message>
        <source>%1 is independent as far as the texts show.</source>
        <translation>%1 est indépendant, pour autant que les textes le montrent.</translation>
    </message>
    <message>
        <source>independent</source>
        <translation>indépendant</translation>
    </message>
    <message>
        <source>derived ✎</source>
        <translation>dérivé ✎</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Et %1 de plus.</translation>
    </message>
    <message>
        <source>Of what articles share, the closest is drawn; the tool tips have all of it.</source>
        <translation>De ce que des articles ont en commun, le plus proche est dessiné&#x202f;; les infobulles donnent tout.</translation>
    </message>
    <message>
        <source>Which article rests on which: %1</source>
        <translation>Quel article repose sur quel autre&#x202f;:&#x202f;%1</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::LineageScope</name>
    <message>
        <source>Whose sources are drawn</source>
        <translation>Sources dessinées</translation>
    </message>
    <message>
        <source>The articles that answer the selected question, and those that they rest on</source>
        <translation>Les articles qui répondent à la question sélectionnée, et ceux sur lesquels ils reposent</translation>
    </message>
    <message>
        <source>All articles of the case</source>
        <translation>Tous les articles du dossier</translation>
    </message>
    <message>
        <source>this question %1</source>
        <translation>cette question&#x202f;%1</translation>
    </message>
    <message>
        <source>this question</source>
        <translation>cette question</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>tous&#x202f;%1</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouveau dossier…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open case for rea&amp;ding only…</source>
        <translation>Ouvrir en &amp;lecture seule…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Dossiers &amp;récents</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>Ouvrir l’&amp;exemple</translation>
    </message>
    <message>
        <source>&amp;Add articles…</source>
        <translation>&amp;Ajouter des articles…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>&amp;Paste text as article</source>
        <translation>&amp;Coller du texte comme article</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>Enregistrer le dossier &amp;sous…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Pre&amp;view summary</source>
        <translation>A&amp;perçu de la synthèse</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Re&amp;chercher</translation>
    </message>
    <message>
        <source>Find in the &amp;case…</source>
        <translation>Rechercher dans le &amp;dossier…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Com&amp;mands…</source>
        <translation>Co&amp;mmandes…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>Détails de l’ar&amp;ticle…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Case &amp;title…</source>
        <translation>T&amp;itre du dossier…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>The language changes when Countercheck is started again.</source>
        <translation>La langue changera au prochain démarrage de Countercheck.</translation>
    </message>
    <message>
        <source>Text &amp;larger</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>Text &amp;smaller</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>Text in its &amp;natural size</source>
        <translation>Texte à sa taille &amp;normale</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>&amp;Overview: matrix, timeline, lineage</source>
        <translation>&amp;Vue d’ensemble&#x202f;: matrice, chronologie, filiation</translation>
    </message>
    <message>
        <source>&amp;Panes side by side</source>
        <translation>Volets côte à &amp;côte</translation>
    </message>
    <message>
        <source>&amp;%1</source>
        <translation>&amp;%1</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>Animations ré&amp;duites</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Al&amp;ler</translation>
    </message>
    <message>
        <source>&amp;Next unresolved</source>
        <translation>&amp;Suivante non résolue</translation>
    </message>
    <message>
        <source>&amp;Previous unresolved</source>
        <translation>&amp;Précédente non résolue</translation>
    </message>
    <message>
        <source>&amp;Bring counterparts here</source>
        <translation>&amp;Amener ici les passages correspondants</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>&amp;Volet suivant</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Volet pré&amp;cédent</translation>
    </message>
    <message>
        <source>To the &amp;questions</source>
        <translation>Aux &amp;questions</translation>
    </message>
    <message>
        <source>Alt+1</source>
        <translation>Alt+1</translation>
    </message>
    <message>
        <source>To the a&amp;rticles</source>
        <translation>Aux a&amp;rticles</translation>
    </message>
    <message>
        <source>Alt+2</source>
        <translation>Alt+2</translation>
    </message>
    <message>
        <source>To the &amp;inspector</source>
        <translation>À l’&amp;inspecteur</translation>
    </message>
    <message>
        <source>Alt+3</source>
        <translation>Alt+3</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Set the &amp;verdict</source>
        <translation>Rendre le &amp;verdict</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>Écrire une &amp;note</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Add &amp;evidence…</source>
        <translation>Ajouter une &amp;pièce…</translation>
    </message>
    <message>
        <source>&amp;Sign off</source>
        <translation>V&amp;alider</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Revo&amp;ke sign-off…</source>
        <translation>&amp;Révoquer la validation…</translation>
    </message>
    <message>
        <source>&amp;Dismiss question…</source>
        <translation>É&amp;carter la question…</translation>
    </message>
    <message>
        <source>&amp;Join with another question…</source>
        <translation>&amp;Joindre à une autre question…</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>&amp;I am…</source>
        <translation>J&amp;e suis…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Countercheck</source>
        <translation>À &amp;propos de Countercheck</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rétablir %1</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit&#x202f;: %1</translation>
    </message>
    <message>
        <source>That article is hidden: show it again from the strip above the panes.</source>
        <translation>Cet article est masqué&#x202f;: réaffichez-le depuis la bande au-dessus des volets.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Aucun dossier</translation>
    </message>
    <message>
        <source>%1 — sample</source>
        <translation>%1 — exemple</translation>
    </message>
    <message>
        <source>%1 — not saved as a case yet</source>
        <translation>%1 — pas encore enregistré comme dossier</translation>
    </message>
    <message>
        <source>%1 — read only</source>
        <translation>%1 — lecture seule</translation>
    </message>
    <message>
        <source>Name this case?</source>
        <translation>Nommer ce dossier&#x202f;?</translation>
    </message>
    <message>
        <source>This case has decisions but no name yet.</source>
        <translation>Ce dossier contient des décisions mais n’a pas encore de nom.</translation>
    </message>
    <message>
        <source>Nothing is lost either way: they are on disk in a working file, which stays under File ▸ Open recent.</source>
        <translation>Rien n’est perdu dans les deux cas&#x202f;: elles sont sur le disque, dans un fichier de travail qui reste sous Fichier ▸ Dossiers récents.</translation>
    </message>
    <message>
        <source>Save case as…</source>
        <translation>Enregistrer le dossier sous…</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Cases (*.countercheck)</source>
        <translation>Dossiers (*.countercheck)</translation>
    </message>
    <message>
        <source>Open case for reading only</source>
        <translation>Ouvrir un dossier en lecture seule</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation>Enregistrer le dossier sous</translation>
    </message>
    <message>
        <source>There is nothing to export yet: add articles first.</source>
        <translation>Il n’y a encore rien à exporter&#x202f;: ajoutez d’abord des articles.</translation>
    </message>
    <message>
        <source>Case title</source>
        <translation>Titre du dossier</translation>
    </message>
    <message>
        <source>Title of this case:</source>
        <translation>Titre de ce dossier&#x202f;:</translation>
    </message>
    <message>
        <source>Revoke sign-off</source>
        <translation>Révoquer la validation</translation>
    </message>
    <message>
        <source>Why does it no longer hold?</source>
        <translation>Pourquoi ne tient-elle plus&#x202f;?</translation>
    </message>
    <message>
        <source>Dismiss question</source>
        <translation>Écarter la question</translation>
    </message>
    <message>
        <source>Why does nobody have to look at it?</source>
        <translation>Pourquoi personne n’a-t-il à l’examiner&#x202f;?</translation>
    </message>
    <message>
        <source>A question is dismissed with a reason. Write one in few words.</source>
        <translation>On n’écarte pas une question sans motif. Donnez-le en quelques mots.</translation>
    </message>
    <message>
        <source>There is no other question to join with.</source>
        <translation>Il n’y a pas d’autre question à laquelle la joindre.</translation>
    </message>
    <message>
        <source>Join questions</source>
        <translation>Joindre des questions</translation>
    </message>
    <message>
        <source>These two are one question:</source>
        <translation>Ces deux-là ne font qu’une question&#x202f;:</translation>
    </message>
    <message>
        <source>Article %1 (%2) is out of the comparison; its capture stays in the case. Ctrl+Z brings it back.</source>
        <translation>L’article %1 (%2) est sorti de la comparaison&#x202f;; sa capture reste dans le dossier. Ctrl+Z le ramène.</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>Détails de l’article</translation>
    </message>
    <message>
        <source>Details of which article?</source>
        <translation>Les détails de quel article&#x202f;?</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>From the list to the verdict</source>
        <translation>De la liste au verdict</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste des raccourcis</translation>
    </message>
    <message>
        <source>About Countercheck</source>
        <translation>À propos de Countercheck</translation>
    </message>
    <message>
        <source>Countercheck %1</source>
        <translation>Countercheck %1</translation>
    </message>
    <message>
        <source>A workbench for checking what news reports claim.

It compares what texts say; it does not know what is true. People decide, and the case keeps who decided what and when.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Un établi pour vérifier ce qu’affirment les articles de presse.

Il compare ce que disent les textes&#x202f;; il ne sait pas ce qui est vrai. Ce sont des personnes qui décident, et le dossier garde qui a décidé quoi et quand.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Export review &amp;bundle…</source>
        <translation>Exporter un paquet de relect&amp;ure…</translation>
    </message>
    <message>
        <source>Mer&amp;ge…</source>
        <translation>&amp;Fusionner…</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Go on after a decision</source>
        <translation>Avancer &amp;après une décision</translation>
    </message>
    <message>
        <source>Goes to the next unresolved question a moment after a verdict or a dismissal</source>
        <translation>Passe à la question non résolue suivante peu après un verdict ou une mise à l’écart</translation>
    </message>
    <message>
        <source>O&amp;utdated…</source>
        <translation>&amp;Dépassé…</translation>
    </message>
    <message>
        <source>Add an add&amp;ress as evidence…</source>
        <translation>Ajouter une adresse comme p&amp;ièce…</translation>
    </message>
    <message>
        <source>&amp;Grade a source…</source>
        <translation>C&amp;oter une source…</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Send &amp;back…</source>
        <translation>Renvo&amp;yer…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+B</source>
        <translation>Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>C&amp;orrect</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>&amp;Mark words as answer</source>
        <translation>&amp;Marquer les mots comme réponse</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>&amp;New question from these words…</source>
        <translation>&amp;Nouvelle question à partir de ces mots…</translation>
    </message>
    <message>
        <source>Shift+M</source>
        <translation>Shift+M</translation>
    </message>
    <message>
        <source>Correct &amp;value…</source>
        <translation>Corriger la &amp;valeur…</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Not the same q&amp;uestion</source>
        <translation>&amp;Pas la même question</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>&amp;Same question as…</source>
        <translation>Même &amp;question que…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+J</source>
        <translation>Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>&amp;Possibly the same…</source>
        <translation>Peu&amp;t-être la même…</translation>
    </message>
    <message>
        <source>Ctrl+Alt+J</source>
        <translation>Ctrl+Alt+J</translation>
    </message>
    <message>
        <source>&amp;Rename question…</source>
        <translation>&amp;Renommer la question…</translation>
    </message>
    <message>
        <source>&amp;Dismiss relation…</source>
        <translation>É&amp;carter la relation…</translation>
    </message>
    <message>
        <source>Derived or &amp;independent…</source>
        <translation>&amp;Dérivé ou indépendant…</translation>
    </message>
    <message>
        <source>&amp;Lost…</source>
        <translation>P&amp;erdues…</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Aucun dossier n’est ouvert.</translation>
    </message>
    <message>
        <source>This case is open for reading only.</source>
        <translation>Ce dossier est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Select a question first.</source>
        <translation>Choisissez d’abord une question.</translation>
    </message>
    <message>
        <source>It takes two articles.</source>
        <translation>Il faut deux articles.</translation>
    </message>
    <message>
        <source>There are no articles yet.</source>
        <translation>Il n’y a pas encore d’article.</translation>
    </message>
    <message>
        <source>Nothing is related in this question.</source>
        <translation>Cette question ne contient aucune relation.</translation>
    </message>
    <message>
        <source>No two questions are that near.</source>
        <translation>Aucune paire de questions n’est aussi proche.</translation>
    </message>
    <message>
        <source>&amp;Lost (%1)…</source>
        <translation>P&amp;erdues (%1)…</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Export review bundle</source>
        <translation>Exporter un paquet de relecture</translation>
    </message>
    <message>
        <source>Merge with another copy of this case</source>
        <translation>Fusionner avec une autre copie de ce dossier</translation>
    </message>
    <message>
        <source>&amp;History of the case</source>
        <translation>&amp;Historique du dossier</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Dis&amp;cuss</source>
        <translation>Discu&amp;ter</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Add evidence &amp;from the clipboard</source>
        <translation>Ajouter une pièce depui&amp;s le presse-papiers</translation>
    </message>
    <message>
        <source>Open s&amp;hared case…</source>
        <translation>Ouvrir un dossier parta&amp;gé…</translation>
    </message>
    <message>
        <source>Share &amp;this case…</source>
        <translation>Par&amp;tager ce dossier…</translation>
    </message>
    <message>
        <source>%1 (shared)</source>
        <translation>%1 (partagé)</translation>
    </message>
    <message>
        <source>%1 — shared</source>
        <translation>%1 — partagé</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>Ajouter un &amp;dossier de fichiers…</translation>
    </message>
    <message>
        <source>Add from the &amp;web…</source>
        <translation>Ajouter depuis le &amp;web…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Wat&amp;ch a folder…</source>
        <translation>Sur&amp;veiller un dossier de fichiers…</translation>
    </message>
    <message>
        <source>&amp;Import report…</source>
        <translation>Rapport d’&amp;importation…</translation>
    </message>
    <message>
        <source>W&amp;hat changed between versions…</source>
        <translation>Ce qui a c&amp;hangé entre les versions…</translation>
    </message>
    <message>
        <source>Ctrl+Alt+V</source>
        <translation>Ctrl+Alt+V</translation>
    </message>
    <message>
        <source>Stop wat&amp;ching %1</source>
        <translation>Ne plus sur&amp;veiller&#x202f;%1</translation>
    </message>
    <message>
        <source>&amp;Keep a picture for the next start</source>
        <translation>Garder une &amp;image pour le prochain démarrage</translation>
    </message>
    <message>
        <source>The window then shows at once what it showed when it was closed. The picture lies in your cache folder, for you alone.</source>
        <translation>La fenêtre montre alors aussitôt ce qu’elle montrait à sa fermeture. L’image est dans votre dossier de cache, pour vous seul.</translation>
    </message>
    <message>
        <source>To the list of a&amp;ll articles</source>
        <translation>À la &amp;liste de tous les articles</translation>
    </message>
    <message>
        <source>Alt+4</source>
        <translation>Alt+4</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, dans&#x202f;%2</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1 (introuvable)</translation>
    </message>
    <message>
        <source>%1 is not there now. If it was moved, open it with File ▸ Open case…</source>
        <translation>%1 n’est pas là en ce moment. S’il a été déplacé, ouvrez-le par Fichier ▸ Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>&amp;Forget those not found</source>
        <translation>&amp;Oublier ceux qui sont introuvables</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
    <message>
        <source>Written: %1. It holds the first part: all of it is larger than a picture can be.</source>
        <translation>Écrit&#x202f;:&#x202f;%1. L’image contient le début&#x202f;: le tout est plus grand qu’une image ne peut l’être.</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Ouvrir en lecture seule</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Chercher dans le manuel</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>Sommaire du manuel</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Page du manuel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Reculer</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>Nothing in the manual says “%1”.</source>
        <translation>Rien dans le manuel ne dit «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>%1 — Manual</source>
        <translation>%1 — Manuel</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::MatchingLines</name>
    <message>
        <source>None has these words</source>
        <translation>Aucun ne contient ces mots</translation>
    </message>
    <message>
        <source>1 more: type more words</source>
        <translation>1 de plus&#x202f;: ajoutez des mots</translation>
    </message>
    <message>
        <source>%1 more: type more words</source>
        <translation>%1 de plus&#x202f;: ajoutez des mots</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::MatrixModel</name>
    <message>
        <source>not: %1</source>
        <translation>non&#x202f;: %1</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>non mentionné</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::MessageBar</name>
    <message>
        <source>Message bar</source>
        <translation>Barre de message</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Fermer ce message (Échap)</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Claims by articles</source>
        <translation>Affirmations par article</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>&amp;Matrix</source>
        <translation>&amp;Matrice</translation>
    </message>
    <message>
        <source>Timeline view</source>
        <translation>Vue chronologique</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Chronologie</translation>
    </message>
    <message>
        <source>Lineage view</source>
        <translation>Vue de la filiation</translation>
    </message>
    <message>
        <source>&amp;Lineage</source>
        <translation>Fil&amp;iation</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>Impossible d’écrire %1&#x202f;: %2. Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>Enter brings an article into view in the window.</source>
        <translation>Entrée amène un article devant vous dans la fenêtre.</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>&amp;Articles</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::OverviewRuler</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message numerus="yes">
        <source>&lt;hr&gt;and %n more here</source>
        <translation>
            <numerusform>&lt;hr&gt;et %n autre ici</numerusform>
            <numerusform>&lt;hr&gt;et %n autres ici</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countercheck::ui::PaneBoard</name>
    <message>
        <source>Articles side by side</source>
        <translation>Articles côte à côte</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::PaneHeader</name>
    <message>
        <source>★ reference</source>
        <translation>★ référence</translation>
    </message>
    <message>
        <source>The other articles are read against this one</source>
        <translation>Les autres articles sont lus par rapport à celui-ci</translation>
    </message>
    <message>
        <source>Hide, move, make reference, edit details, remove</source>
        <translation>Masquer, déplacer, prendre pour référence, modifier les détails, retirer</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Masquer</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Déplacer à &amp;gauche</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Déplacer à &amp;droite</translation>
    </message>
    <message>
        <source>Make re&amp;ference</source>
        <translation>Prendre pour &amp;référence</translation>
    </message>
    <message>
        <source>&amp;Edit details…</source>
        <translation>Modifier les dé&amp;tails…</translation>
    </message>
    <message>
        <source>Remo&amp;ve from case</source>
        <translation>Retirer du d&amp;ossier</translation>
    </message>
    <message>
        <source>No longer re&amp;ference</source>
        <translation>Ne plus prendre pour &amp;référence</translation>
    </message>
    <message>
        <source>Article %1: more</source>
        <translation>Article %1&#x202f;: autres actions</translation>
    </message>
    <message>
        <source>Head of article %1</source>
        <translation>En-tête de l’article %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Capturé</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>&amp;What changed…</source>
        <translation>Ce qui a &amp;changé…</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::PersonDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Votre rôle</translation>
    </message>
    <message>
        <source>viewer: reads only</source>
        <translation>lecteur&#x202f;: consulte seulement</translation>
    </message>
    <message>
        <source>checker: sets verdicts, proposes wordings</source>
        <translation>vérificateur&#x202f;: rend les verdicts, propose les formulations</translation>
    </message>
    <message>
        <source>editor: checks, and signs off what others checked</source>
        <translation>éditeur&#x202f;: vérifie, et valide ce que d’autres ont vérifié</translation>
    </message>
    <message>
        <source>head of desk: as an editor</source>
        <translation>chef de service&#x202f;: comme un éditeur</translation>
    </message>
    <message>
        <source>This is me</source>
        <translation>C’est moi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Your name stands beside everything you decide. Without a key it is asserted, not authenticated, and sign-offs say so wherever they are shown. With a key they are signed, which others can check in their copy of the case.</source>
        <translation>Votre nom figure à côté de tout ce que vous décidez. Sans clé, il est déclaré, non authentifié, et les validations le disent partout où elles apparaissent. Avec une clé, elles sont signées, ce que d’autres peuvent contrôler dans leur copie du dossier.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Clé de signature</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>Créer une clé…</translation>
    </message>
    <message>
        <source>A new key in a file of this desktop, sealed with a passphrase</source>
        <translation>Une nouvelle clé dans un fichier de ce poste, scellée par une phrase secrète</translation>
    </message>
    <message>
        <source>Choose a key file…</source>
        <translation>Choisir un fichier de clé…</translation>
    </message>
    <message>
        <source>A key that you have already</source>
        <translation>Une clé que vous avez déjà</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Aucune clé</translation>
    </message>
    <message>
        <source>Sign-offs are asserted only; the key&apos;s file stays where it is</source>
        <translation>Les validations sont seulement déclarées&#x202f;; le fichier de la clé reste où il est</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>clé %1</translation>
    </message>
    <message>
        <source>none: sign-offs are asserted only</source>
        <translation>aucune&#x202f;: les validations sont seulement déclarées</translation>
    </message>
    <message>
        <source>%1 cannot be read: choose it again</source>
        <translation>%1 est illisible&#x202f;: choisissez-le à nouveau</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>The passphrase seals the key&apos;s file. Nobody can bring it back when it is forgotten; then a new key is made.</source>
        <translation>La phrase secrète scelle le fichier de la clé. Personne ne peut la retrouver si elle est oubliée&#x202f;; il faut alors créer une nouvelle clé.</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Encore une fois</translation>
    </message>
    <message>
        <source>Write at least 8 characters.</source>
        <translation>Écrivez au moins 8 caractères.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Les deux ne concordent pas encore.</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Choisir un fichier de clé</translation>
    </message>
    <message>
        <source>%1 does not tell its public key. Choose another file.</source>
        <translation>%1 n’indique pas sa clé publique. Choisissez un autre fichier.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::PreviewWindow</name>
    <message>
        <source>Preview of the summary</source>
        <translation>Aperçu de la synthèse</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>Include what is not signed off, marked as unsigned</source>
        <translation>Inclure ce qui n’est pas validé, signalé comme tel</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export from preview</source>
        <translation>Exporter depuis l’aperçu</translation>
    </message>
    <message>
        <source>1 question goes out</source>
        <translation>1 question sort</translation>
    </message>
    <message>
        <source>%1 questions go out</source>
        <translation>%1 questions sortent</translation>
    </message>
    <message>
        <source>Include unsigned</source>
        <translation>Inclure le non validé</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::QuestionFilter</name>
    <message>
        <source>Searching</source>
        <translation>Recherche</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::QuestionModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>signed off</source>
        <translation>validé</translation>
    </message>
    <message>
        <source>dismissed: %1</source>
        <translation>écartée&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 articles, %5</source>
        <translation>%1, %2, %3, %4 articles, %5</translation>
    </message>
    <message>
        <source>%1: %2. %3 articles. %4.</source>
        <translation>%1&#x202f;: %2. %3 articles. %4.</translation>
    </message>
    <message>
        <source>two decisions, to be settled</source>
        <translation>deux décisions, à trancher</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::QuestionPanel</name>
    <message>
        <source>Questions panel</source>
        <translation>Panneau des questions</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Add two or more articles about one event. What they say differently is listed here.</source>
        <translation>Ajoutez deux articles ou plus sur un même événement. Ce sur quoi ils diffèrent s’affiche ici.</translation>
    </message>
    <message>
        <source>Nothing was found yet that these articles both answer.</source>
        <translation>Rien n’a encore été trouvé à quoi ces articles répondent tous.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Filter: all</source>
        <translation>Filtre&#x202f;: toutes</translation>
    </message>
    <message>
        <source>1 contradiction</source>
        <translation>1 contradiction</translation>
    </message>
    <message>
        <source>%1 contradictions</source>
        <translation>%1 contradictions</translation>
    </message>
    <message>
        <source>Filter: contradictions</source>
        <translation>Filtre&#x202f;: contradictions</translation>
    </message>
    <message>
        <source>1 discrepancy</source>
        <translation>1 divergence</translation>
    </message>
    <message>
        <source>%1 discrepancies</source>
        <translation>%1 divergences</translation>
    </message>
    <message>
        <source>Filter: discrepancies</source>
        <translation>Filtre&#x202f;: divergences</translation>
    </message>
    <message>
        <source>unchecked %1</source>
        <translation>non vérifiées %1</translation>
    </message>
    <message>
        <source>Filter: unchecked</source>
        <translation>Filtre&#x202f;: non vérifiées</translation>
    </message>
    <message>
        <source>signed off %1</source>
        <translation>validées %1</translation>
    </message>
    <message>
        <source>Filter: signed off</source>
        <translation>Filtre&#x202f;: validées</translation>
    </message>
    <message>
        <source>No question of this sort.</source>
        <translation>Aucune question de cette sorte.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Rien trouvé pour «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>Decisions and corrections whose words no longer stand where they stood</source>
        <translation>Décisions et corrections dont les mots ne sont plus où ils étaient</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdues</translation>
    </message>
    <message>
        <source>⚠ lost %1</source>
        <translation>⚠ perdues&#x202f;%1</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>By relation, kind, state, article or person</source>
        <translation>Par relation, genre, état, article ou personne</translation>
    </message>
    <message>
        <source>mine %1</source>
        <translation>à moi&#x202f;%1</translation>
    </message>
    <message>
        <source>Filter: my unresolved</source>
        <translation>Filtre&#x202f;: mes questions non résolues</translation>
    </message>
    <message>
        <source>Filter ▾</source>
        <translation>Filtrer ▾</translation>
    </message>
    <message>
        <source>Filter: %1 ▾</source>
        <translation>Filtre&#x202f;:&#x202f;%1 ▾</translation>
    </message>
    <message>
        <source>No question meets these filters.</source>
        <translation>Aucune question ne passe ces filtres.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::SayingsList</name>
    <message>
        <source>%1 %2: %3 (%4, %5)</source>
        <translation>%1 %2&#x202f;: %3 (%4, %5)</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Crédibilité</translation>
    </message>
    <message>
        <source>%1 is not graded: reliability F and credibility 6, cannot be judged</source>
        <translation>%1 n’est pas coté&#x202f;: fiabilité F et crédibilité 6, ne peuvent être jugées</translation>
    </message>
    <message>
        <source>Press to grade</source>
        <translation>Appuyer pour coter</translation>
    </message>
    <message>
        <source>Grade of %1: %2</source>
        <translation>Cote de %1&#x202f;: %2</translation>
    </message>
    <message>
        <source>How it was read: %1</source>
        <translation>Comment cela a été lu&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1, says %2, article %3</source>
        <translation>%1, selon %2, article %3</translation>
    </message>
    <message>
        <source>, by hand of %1</source>
        <translation>, de la main de %1</translation>
    </message>
    <message>
        <source>✎ marked or corrected by %1
How it was read: %2</source>
        <translation>✎ marqué ou corrigé par %1
Comment cela a été lu&#x202f;: %2</translation>
    </message>
    <message>
        <source>%1, %2: who they are</source>
        <translation>%1,&#x202f;%2&#x202f;: qui ils sont</translation>
    </message>
    <message>
        <source>Open; press to close</source>
        <translation>Ouvert&#x202f;; appuyer pour fermer</translation>
    </message>
    <message>
        <source>Closed; press to open</source>
        <translation>Fermé&#x202f;; appuyer pour ouvrir</translation>
    </message>
    <message>
        <source>and 1 more source</source>
        <translation>et 1 autre source</translation>
    </message>
    <message>
        <source>and %1 more sources</source>
        <translation>et&#x202f;%1 autres sources</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x202f;:&#x202f;%2</translation>
    </message>
    <message>
        <source>And more: the overview (F9) has all of them.</source>
        <translation>Et d’autres&#x202f;: la vue d’ensemble (F9) les a tous.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Searcher</name>
    <message>
        <source>Making the search index</source>
        <translation>Création de l’index de recherche</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Recherche</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::SetsAxis</name>
    <message>
        <source>On one line</source>
        <translation>Sur un même axe</translation>
    </message>
    <message>
        <source> tn</source>
        <translation> bill.</translation>
    </message>
    <message>
        <source> bn</source>
        <translation> Md</translation>
    </message>
    <message>
        <source> m</source>
        <translation> M</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et&#x202f;%1 autres</translation>
    </message>
    <message>
        <source>and 1 more value</source>
        <translation>et 1 autre valeur</translation>
    </message>
    <message>
        <source>and %1 more values</source>
        <translation>et&#x202f;%1 autres valeurs</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::SharedDialog</name>
    <message>
        <source>A shared case lives on your newsroom&apos;s server. You work on a copy of it on this machine: reading never waits for the network, and what you decide without a connection is sent when there is one.</source>
        <translation>Un dossier partagé se trouve sur le serveur de votre rédaction. Vous travaillez sur une copie sur cette machine&#x202f;: la lecture n’attend jamais le réseau, et ce que vous décidez sans connexion est envoyé dès qu’il y en a une.</translation>
    </message>
    <message>
        <source>The log, the signatures and the exhibits of this case go to your newsroom&apos;s server, where your colleagues open it. The file that you have stays as it is. Only a head of desk can share a case.</source>
        <translation>Le journal, les signatures et les pièces de ce dossier vont sur le serveur de votre rédaction, où vos collègues l’ouvrent. Le fichier que vous avez reste tel quel. Seul un chef de rubrique peut partager un dossier.</translation>
    </message>
    <message>
        <source>Open shared case</source>
        <translation>Ouvrir un dossier partagé</translation>
    </message>
    <message>
        <source>Share this case</source>
        <translation>Partager ce dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>news.example.org, or a whole address: postgresql://…</source>
        <translation>news.example.org, ou une adresse entière&#x202f;: postgresql://…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>its name on the server</source>
        <translation>son nom sur le serveur</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>Votre identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>empty: it is known already</source>
        <translation>vide&#x202f;: il est déjà connu</translation>
    </message>
    <message>
        <source>A password that you write here is kept in the desktop&apos;s keyring. To another machine the connection is encrypted and its certificate checked.</source>
        <translation>Un mot de passe écrit ici est conservé dans le trousseau du bureau. Vers une autre machine, la connexion est chiffrée et son certificat vérifié.</translation>
    </message>
    <message>
        <source>Address for colleagues: %1</source>
        <translation>Adresse pour les collègues&#x202f;: %1</translation>
    </message>
    <message>
        <source>Write the server&apos;s name.</source>
        <translation>Écrivez le nom du serveur.</translation>
    </message>
    <message>
        <source>Write the case&apos;s name on the server.</source>
        <translation>Écrivez le nom du dossier sur le serveur.</translation>
    </message>
    <message>
        <source>Waiting for the desktop&apos;s keyring…</source>
        <translation>En attente du trousseau du bureau…</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucune pour l’instant</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 articles</translation>
    </message>
    <message>
        <source>%1 independent</source>
        <translation>indépendantes&#x202f;: %1</translation>
    </message>
    <message>
        <source>Mark articles as derived or independent</source>
        <translation>Marquer des articles comme dérivés ou indépendants</translation>
    </message>
    <message>
        <source>It takes two articles.</source>
        <translation>Il faut deux articles.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Interrompre ce qui est en cours</translation>
    </message>
    <message>
        <source>Who sits here</source>
        <translation>Qui est à ce poste</translation>
    </message>
    <message>
        <source>Change who sits here. The identity is asserted, not authenticated.</source>
        <translation>Changer de personne à ce poste. L’identité est déclarée, non authentifiée.</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Pas encore d’article</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 articles</translation>
    </message>
    <message>
        <source>1 claim</source>
        <translation>1 affirmation</translation>
    </message>
    <message>
        <source>%1 claims</source>
        <translation>%1 affirmations</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 question</translation>
    </message>
    <message>
        <source>%1 questions</source>
        <translation>%1 questions</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>vérifiées&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 signed off</source>
        <translation>validées&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 of %2 unresolved</source>
        <translation>non résolues&#x202f;: %1 sur %2</translation>
    </message>
    <message>
        <source>Contradictions, discrepancies and refinements that nobody has resolved yet</source>
        <translation>Contradictions, divergences et précisions que personne n’a encore résolues</translation>
    </message>
    <message>
        <source>1 decision lost its claim</source>
        <translation>1 décision a perdu son affirmation</translation>
    </message>
    <message>
        <source>%1 decisions lost their claims</source>
        <translation>%1 décisions ont perdu leur affirmation</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Use File ▸ Save case as… to go on in a copy.</source>
        <translation>Fichier ▸ Enregistrer le dossier sous… permet de continuer dans une copie.</translation>
    </message>
    <message>
        <source>Typing, not kept yet</source>
        <translation>Saisie en cours, pas encore gardée</translation>
    </message>
    <message>
        <source>What you type is kept when you leave the field.</source>
        <translation>La saisie est gardée dès que vous quittez le champ.</translation>
    </message>
    <message>
        <source>Sample in memory</source>
        <translation>Exemple en mémoire</translation>
    </message>
    <message>
        <source>The first decision moves it into a working file.</source>
        <translation>La première décision le place dans un fichier de travail.</translation>
    </message>
    <message>
        <source>All changes saved in a working file</source>
        <translation>Tout est enregistré dans un fichier de travail</translation>
    </message>
    <message>
        <source>File ▸ Save case as… gives it a name and a place of your choosing.</source>
        <translation>Fichier ▸ Enregistrer le dossier sous… lui donne le nom et l’emplacement de votre choix.</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Each change is on disk as soon as it is shown.</source>
        <translation>Chaque changement est sur le disque dès qu’il s’affiche.</translation>
    </message>
    <message>
        <source>You: %1 (%2)</source>
        <translation>Vous&#x202f;: %1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1&#x202f;: %2 sur %3</translation>
    </message>
    <message>
        <source>1 decision not yet shared</source>
        <translation>1 décision pas encore partagée</translation>
    </message>
    <message>
        <source>%1 decisions not yet shared</source>
        <translation>%1 décisions pas encore partagées</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>You can read and decide meanwhile.</source>
        <translation>Vous pouvez lire et décider entre-temps.</translation>
    </message>
    <message>
        <source>1 decision refused by the server</source>
        <translation>1 décision refusée par le serveur</translation>
    </message>
    <message>
        <source>%1 decisions refused by the server</source>
        <translation>%1 décisions refusées par le serveur</translation>
    </message>
    <message>
        <source>Shared: all decisions are on the server</source>
        <translation>Partagé&#x202f;: toutes les décisions sont sur le serveur</translation>
    </message>
    <message>
        <source>What you and your colleagues decide is exchanged at once.</source>
        <translation>Ce que vous et vos collègues décidez est échangé aussitôt.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>%1. What you decide is kept on this machine and sent when there is a connection again.</source>
        <translation>%1. Ce que vous décidez est conservé sur cette machine et envoyé dès qu’il y a de nouveau une connexion.</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>Non partagé</translation>
    </message>
    <message>
        <source>Shared, read only</source>
        <translation>Partagé, en lecture seule</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Dossier surveillé</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Ne plus surveiller</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>&amp;Regarder maintenant</translation>
    </message>
    <message>
        <source>Watching %1: not reachable</source>
        <translation>Surveille&#x202f;%1&#x202f;: inaccessible</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>Surveille&#x202f;%1</translation>
    </message>
    <message>
        <source>New files in %1 are taken in by themselves</source>
        <translation>Les nouveaux fichiers de&#x202f;%1 sont ajoutés d’eux-mêmes</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>%1: “%2” (%3), %4</source>
        <translation>%1&#x202f;: «&#x202f;%2&#x202f;» (%3), %4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>No question of this case asks for a date.</source>
        <translation>Aucune question de ce dossier ne porte sur une date.</translation>
    </message>
    <message>
        <source>1 date far away</source>
        <translation>1 date éloignée</translation>
    </message>
    <message>
        <source>%1 dates far away</source>
        <translation>%1 dates éloignées</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Et %1 de plus.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Barre supérieure</translation>
    </message>
    <message>
        <source>+ Add articles</source>
        <translation>+ Ajouter des articles</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Ajouter des articles</translation>
    </message>
    <message>
        <source>◀ Previous</source>
        <translation>◀ Précédente</translation>
    </message>
    <message>
        <source>⇧F8</source>
        <translation>⇧F8</translation>
    </message>
    <message>
        <source>Previous unresolved</source>
        <translation>Précédente non résolue</translation>
    </message>
    <message>
        <source>Next unresolved ▶</source>
        <translation>Suivante non résolue ▶</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Next unresolved</source>
        <translation>Suivante non résolue</translation>
    </message>
    <message>
        <source>Search questions, claims, notes…   Ctrl F</source>
        <translation>Rechercher affirmations, notes…   Ctrl F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Preview summary</source>
        <translation>Aperçu de la synthèse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Nothing is unresolved.</source>
        <translation>Tout est résolu.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: add articles first.</source>
        <translation>Il n’y a encore rien à présenter&#x202f;: ajoutez d’abord des articles.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::VerdictBox</name>
    <message>
        <source>Verdict: %1</source>
        <translation>Verdict&#x202f;: %1</translation>
    </message>
    <message>
        <source>Print as</source>
        <translation>À publier</translation>
    </message>
    <message>
        <source>the wording that goes out</source>
        <translation>la formulation qui sera publiée</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep wording</source>
        <translation>Garder la formulation</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Suggest wording</source>
        <translation>Proposer une formulation</translation>
    </message>
    <message>
        <source>Writes every value with who says it, as a first draft</source>
        <translation>Écrit chaque valeur avec qui la donne, comme premier jet</translation>
    </message>
    <message>
        <source>Print as:</source>
        <translation>À publier&#x202f;:</translation>
    </message>
    <message>
        <source>Printed figure from</source>
        <translation>Chiffre publié, de</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Printed figure to</source>
        <translation>Chiffre publié, à</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>as a figure</source>
        <translation>en chiffres</translation>
    </message>
    <message>
        <source>Plain digits, or empty: no bound. Both empty: not established.</source>
        <translation>Des chiffres seuls, ou rien&#x202f;: pas de borne. Rien des deux côtés&#x202f;: non établi.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note: what the verdict rests on</source>
        <translation>Note&#x202f;: sur quoi repose le verdict</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>+ add</source>
        <translation>+ ajouter</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Ajouter une pièce</translation>
    </message>
    <message>
        <source>Copies a file into the case, with its hash</source>
        <translation>Copie un fichier dans le dossier, avec son empreinte</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 par %2, %3</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Écartée&#x202f;: %1</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#x202f;: %3</translation>
    </message>
    <message>
        <source>Evidence: none yet</source>
        <translation>Pièces&#x202f;: aucune pour l’instant</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Pièce&#x202f;: %1</translation>
    </message>
    <message>
        <source>Evidence:
%1</source>
        <translation>Pièces&#x202f;:
%1</translation>
    </message>
    <message>
        <source>“%1” is not a plain number. Write it with digits and at most one point, or leave it empty.</source>
        <translation>«&#x202f;%1&#x202f;» n’est pas un nombre simple. Écrivez-le en chiffres avec un point décimal au plus, ou laissez vide.</translation>
    </message>
    <message>
        <source>Outdated…</source>
        <translation>Dépassé…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>says</source>
        <translation>selon</translation>
    </message>
    <message>
        <source>Who says the lower end</source>
        <translation>Qui donne la borne inférieure</translation>
    </message>
    <message>
        <source>who</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>Who says the upper end</source>
        <translation>Qui donne la borne supérieure</translation>
    </message>
    <message>
        <source>Who says this end of the range</source>
        <translation>Qui donne cette borne</translation>
    </message>
    <message>
        <source>+ address</source>
        <translation>+ adresse</translation>
    </message>
    <message>
        <source>Add an address as evidence</source>
        <translation>Ajouter une adresse comme pièce</translation>
    </message>
    <message>
        <source>An address with a note on what it shows</source>
        <translation>Une adresse, avec une note sur ce qu’elle montre</translation>
    </message>
    <message>
        <source>Back to checking, with a comment on what is to be done</source>
        <translation>Retour en vérification, avec un commentaire sur ce qui est à faire</translation>
    </message>
    <message>
        <source>Primary source: %1</source>
        <translation>Source primaire&#x202f;: %1</translation>
    </message>
    <message>
        <source>Superseded by: %1</source>
        <translation>Remplacé par&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>Regarder&#x202f;%1</translation>
    </message>
    <message>
        <source>Shows it inside the window; nothing that it names is loaded</source>
        <translation>La montre dans la fenêtre&#x202f;; rien de ce qu’elle nomme n’est chargé</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Drop files here to add them as evidence</source>
        <translation>Déposez ici des fichiers pour les ajouter comme pièces</translation>
    </message>
    <message>
        <source>There is neither a file nor a picture in the clipboard. Copy one first.</source>
        <translation>Le presse-papiers ne contient ni fichier ni image. Copiez-en d’abord.</translation>
    </message>
    <message>
        <source>The picture could not be taken over. Save it as a file and add that.</source>
        <translation>L’image n’a pas pu être reprise. Enregistrez-la dans un fichier et ajoutez-le.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::WatchForm</name>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>Files that come into this folder from now on are taken in by themselves, as long as this case is open. Folders within it are not gone into.</source>
        <translation>Les fichiers qui arrivent dans ce dossier à partir de maintenant sont ajoutés d’eux-mêmes, tant que ce dossier de vérification est ouvert. Les dossiers qu’il contient ne sont pas parcourus.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Dossier à surveiller</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>Also take in what lies in it &amp;now</source>
        <translation>Ajouter aussi ce qui s’y trouve &amp;déjà</translation>
    </message>
    <message>
        <source>Also take in what lies in it now</source>
        <translation>Ajouter aussi ce qui s’y trouve déjà</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>Surveiller</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>Surveiller le dossier</translation>
    </message>
    <message>
        <source>There is no such folder: check its name, or choose it.</source>
        <translation>Ce dossier n’existe pas&#x202f;: vérifiez son nom, ou choisissez-le.</translation>
    </message>
    <message>
        <source>This folder may not be read: ask its owner, or choose another one.</source>
        <translation>Ce dossier ne peut pas être lu&#x202f;: demandez à son propriétaire, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No file lies in it.</source>
        <translation>Aucun fichier ne s’y trouve.</translation>
    </message>
    <message>
        <source>More than %1 files lie in it.</source>
        <translation>Plus de&#x202f;%1 fichiers s’y trouvent.</translation>
    </message>
    <message>
        <source>1 file lies in it.</source>
        <translation>1 fichier s’y trouve.</translation>
    </message>
    <message>
        <source>%1 files lie in it.</source>
        <translation>%1 fichiers s’y trouvent.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::WebForm</name>
    <message>
        <source>Add from the web</source>
        <translation>Ajouter depuis le web</translation>
    </message>
    <message>
        <source>Address of the &amp;article</source>
        <translation>Adresse de l’&amp;article</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Adresse de l’article</translation>
    </message>
    <message>
        <source>Fetched so far</source>
        <translation>Reçu jusqu’ici</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Get the article</source>
        <translation>Récupérer l’article</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Type or paste one address. Nothing is fetched before you ask for it.</source>
        <translation>Saisissez ou collez une adresse. Rien n’est récupéré avant que vous le demandiez.</translation>
    </message>
    <message>
        <source>Exactly one request goes out, to %1, when you press “Get it”. Where that site sends on to another address, it is followed, five times at most. No cookies, no pictures, no scripts.</source>
        <translation>Une seule requête part, vers&#x202f;%1, quand vous appuyez sur «&#x202f;Récupérer&#x202f;». Si ce site renvoie à une autre adresse, elle est suivie, cinq fois au plus. Ni cookies, ni images, ni scripts.</translation>
    </message>
    <message>
        <source>The address is not encrypted (http): others on the way can read and change it.</source>
        <translation>L’adresse n’est pas chiffrée (http)&#x202f;: d’autres, en chemin, peuvent la lire et la modifier.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation>Interrompu. Rien n’a été ajouté.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::Workbench</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>The sample case could not be made. Open a case or add articles instead.</source>
        <translation>Le dossier d’exemple n’a pas pu être créé. Ouvrez un dossier ou ajoutez des articles.</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 est déjà ouvert.</translation>
    </message>
    <message>
        <source>This case is open for reading only.</source>
        <translation>Ce dossier est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or open it.</source>
        <translation>%1 existe déjà. Choisissez un autre nom, ou ouvrez-le.</translation>
    </message>
    <message>
        <source>Saved as %1. From now on each change is kept there.</source>
        <translation>Enregistré sous %1. Désormais chaque changement y est gardé.</translation>
    </message>
    <message>
        <source>What you decide now is kept in memory only: %1</source>
        <translation>Ce que vous décidez maintenant n’est gardé qu’en mémoire&#x202f;: %1</translation>
    </message>
    <message>
        <source>This is the only unresolved question.</source>
        <translation>C’est la seule question non résolue.</translation>
    </message>
    <message>
        <source>Reached the last unresolved question; going on from the first.</source>
        <translation>Dernière question non résolue atteinte&#x202f;; reprise à la première.</translation>
    </message>
    <message>
        <source>Reached the first unresolved question; going on from the last.</source>
        <translation>Première question non résolue atteinte&#x202f;; reprise à la dernière.</translation>
    </message>
    <message>
        <source>Nothing is unresolved.</source>
        <translation>Tout est résolu.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Aucun dossier n’est ouvert.</translation>
    </message>
    <message>
        <source>No case is open. Add articles or open a case first.</source>
        <translation>Aucun dossier n’est ouvert. Ajoutez d’abord des articles ou ouvrez un dossier.</translation>
    </message>
    <message>
        <source>This case is open for reading only. Use File ▸ Save case as… to go on in a copy.</source>
        <translation>Ce dossier est ouvert en lecture seule. Fichier ▸ Enregistrer le dossier sous… permet de continuer dans une copie.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Comparing was stopped. It starts again with the next change.</source>
        <translation>La comparaison a été interrompue. Elle reprendra au prochain changement.</translation>
    </message>
    <message>
        <source>Stopped: %1, %2.</source>
        <translation>Interrompu&#x202f;: %1, %2.</translation>
    </message>
    <message>
        <source>1 article was taken in</source>
        <translation>1 article a été ajouté</translation>
    </message>
    <message>
        <source>%1 articles were taken in</source>
        <translation>%1 articles ont été ajoutés</translation>
    </message>
    <message>
        <source>1 was not</source>
        <translation>1 ne l’a pas été</translation>
    </message>
    <message>
        <source>%1 were not</source>
        <translation>%1 ne l’ont pas été</translation>
    </message>
    <message>
        <source>1 article taken in.</source>
        <translation>1 article ajouté.</translation>
    </message>
    <message>
        <source>%1 articles taken in.</source>
        <translation>%1 articles ajoutés.</translation>
    </message>
    <message>
        <source>1 was there already.</source>
        <translation>1 y était déjà.</translation>
    </message>
    <message>
        <source>%1 were there already.</source>
        <translation>%1 y étaient déjà.</translation>
    </message>
    <message>
        <source>This article is in the case already.</source>
        <translation>Cet article est déjà dans le dossier.</translation>
    </message>
    <message>
        <source>All %1 articles are in the case already.</source>
        <translation>Les %1 articles sont déjà dans le dossier.</translation>
    </message>
    <message>
        <source>Taking in %1</source>
        <translation>Ajout de %1</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy an article&apos;s text first.</source>
        <translation>Le presse-papiers ne contient pas de texte. Copiez d’abord le texte d’un article.</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>texte collé</translation>
    </message>
    <message>
        <source>The pasted text was taken in as article %1. Add publisher and date under Edit ▸ Article details…</source>
        <translation>Le texte collé est devenu l’article %1. Ajoutez le média et la date sous Édition ▸ Détails de l’article…</translation>
    </message>
    <message>
        <source>%1 could not be read as evidence: %2. Choose a file that you may read.</source>
        <translation>%1 n’a pas pu être lu comme pièce&#x202f;: %2. Choisissez un fichier que vous avez le droit de lire.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un répertoire</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MB. Evidence is copied into the case; add an extract instead.</source>
        <translation>%1 dépasse 256&#xa0;Mo. Les pièces sont copiées dans le dossier&#x202f;; ajoutez plutôt un extrait.</translation>
    </message>
    <message>
        <source>Written: %1. Whoever gets it goes on in it; File ▸ Merge… brings their decisions back.</source>
        <translation>Écrit&#x202f;: %1. Qui le reçoit y poursuit le travail&#x202f;; Fichier ▸ Fusionner… ramène ses décisions.</translation>
    </message>
    <message>
        <source>No case is open. Open the one that the other copy goes into first.</source>
        <translation>Aucun dossier n’est ouvert. Ouvrez d’abord celui qui recevra l’autre copie.</translation>
    </message>
    <message>
        <source>Merging %1</source>
        <translation>Fusion de %1</translation>
    </message>
    <message>
        <source>%1 brought nothing new: all of it is here already.</source>
        <translation>%1 n’a rien apporté de nouveau&#x202f;: tout est déjà ici.</translation>
    </message>
    <message>
        <source>Merged %1: %2, %3.</source>
        <translation>Fusionné %1&#x202f;: %2, %3.</translation>
    </message>
    <message>
        <source>1 record is new</source>
        <translation>1 enregistrement est nouveau</translation>
    </message>
    <message>
        <source>%1 records are new</source>
        <translation>%1 enregistrements sont nouveaux</translation>
    </message>
    <message>
        <source>1 was known</source>
        <translation>1 était connu</translation>
    </message>
    <message>
        <source>%1 were known</source>
        <translation>%1 étaient connus</translation>
    </message>
    <message>
        <source>1 decision stands against another: settle it in the inspector.</source>
        <translation>1 décision en contredit une autre&#x202f;: départagez-les dans l’inspecteur.</translation>
    </message>
    <message>
        <source>%1 decisions stand against others: settle them in the inspector.</source>
        <translation>%1 décisions en contredisent d’autres&#x202f;: départagez-les dans l’inspecteur.</translation>
    </message>
    <message>
        <source>1 record holds</source>
        <translation>1 écriture tient</translation>
    </message>
    <message>
        <source>All %1 records hold</source>
        <translation>Les&#x202f;%1 écritures tiennent toutes</translation>
    </message>
    <message>
        <source>Checking the record</source>
        <translation>Vérification du journal</translation>
    </message>
    <message>
        <source>The address names no case. Add ?case=NAME to it.</source>
        <translation>L’adresse ne nomme aucun dossier. Ajoutez-y&#x202f;?case=NOM.</translation>
    </message>
    <message>
        <source>%1. What you decide is kept on this machine.</source>
        <translation>%1. Ce que vous décidez est conservé sur cette machine.</translation>
    </message>
    <message>
        <source>The server did not take one of your decisions: %1. It stands in your copy only; undo it, or ask a head of desk.</source>
        <translation>Le serveur n’a pas accepté une de vos décisions&#x202f;: %1. Elle n’existe que dans votre copie&#x202f;; annulez-la, ou adressez-vous à un chef de rubrique.</translation>
    </message>
    <message>
        <source>This case is shared already.</source>
        <translation>Ce dossier est déjà partagé.</translation>
    </message>
    <message>
        <source>No case is open. Open the one to be shared first.</source>
        <translation>Aucun dossier n’est ouvert. Ouvrez d’abord celui à partager.</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Shared. From now on everybody who opens this address works on it; the file that you had is as it was.</source>
        <translation>Partagé. Désormais, quiconque ouvre cette adresse y travaille&#x202f;; le fichier que vous aviez reste tel quel.</translation>
    </message>
    <message>
        <source>On this server you are %1 (%2): it knows you by your login. Only your key can be changed here.</source>
        <translation>Sur ce serveur, vous êtes %1 (%2)&#x202f;: il vous connaît par votre identifiant. Seule votre clé peut être changée ici.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>The case could not be written.</source>
        <translation>Le dossier n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The import was stopped before.</source>
        <translation>L’importation a été interrompue avant.</translation>
    </message>
    <message>
        <source>The same capture is in the case.</source>
        <translation>La même capture est dans le dossier.</translation>
    </message>
    <message>
        <source>The same text is in the case as %1.</source>
        <translation>Le même texte est dans le dossier sous le nom&#x202f;%1.</translation>
    </message>
    <message>
        <source>A later version of %1: %2</source>
        <translation>Une version plus récente de&#x202f;%1&#x202f;:&#x202f;%2</translation>
    </message>
    <message>
        <source>An earlier version of %1: %2</source>
        <translation>Une version plus ancienne de&#x202f;%1&#x202f;:&#x202f;%2</translation>
    </message>
    <message>
        <source>only blanks differ</source>
        <translation>seuls des blancs diffèrent</translation>
    </message>
    <message>
        <source>The pasted text was taken in as article %1.</source>
        <translation>Le texte collé est devenu l’article&#x202f;%1.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Récupération depuis&#x202f;%1</translation>
    </message>
    <message>
        <source>%1: there is no article in what the site sent; open it in a browser and save the page.</source>
        <translation>%1&#x202f;: ce que le site a envoyé ne contient pas d’article&#x202f;; ouvrez-le dans un navigateur et enregistrez la page.</translation>
    </message>
    <message>
        <source>%1 are other versions of articles in the case.</source>
        <translation>%1 sont d’autres versions d’articles du dossier.</translation>
    </message>
    <message>
        <source>1 more was skipped: see the import report.</source>
        <translation>1 autre a été écarté&#x202f;: voir le rapport d’importation.</translation>
    </message>
    <message>
        <source>%1 more were skipped: see the import report.</source>
        <translation>%1 autres ont été écartés&#x202f;: voir le rapport d’importation.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>Arranging</source>
        <translation>Mise en ordre</translation>
    </message>
    <message>
        <source>1 change that waited was not made.</source>
        <translation>Une modification en attente n’a pas été faite.</translation>
    </message>
    <message>
        <source>%1 changes that waited were not made.</source>
        <translation>%1 modifications en attente n’ont pas été faites.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::keyring</name>
    <message>
        <source>The passphrase is asked for when you sign.</source>
        <translation>La phrase secrète est demandée quand vous signez.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring was not unlocked.</source>
        <translation>Le trousseau du bureau n’a pas été déverrouillé.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring is locked: unlock it first.</source>
        <translation>Le trousseau du bureau est verrouillé&#x202f;: déverrouillez-le d’abord.</translation>
    </message>
    <message>
        <source>This desktop has no keyring that answers.</source>
        <translation>Aucun trousseau ne répond sur ce bureau.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring did not answer.</source>
        <translation>Le trousseau du bureau n’a pas répondu.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring gave no passphrase: it stayed locked, or keeps none for this key.</source>
        <translation>Le trousseau du bureau n’a pas donné de phrase secrète&#x202f;: il est resté verrouillé, ou n’en garde pas pour cette clé.</translation>
    </message>
</context>
<context>
    <name>countercheck::ui::signingkey</name>
    <message>
        <source>%1 could not be read: %2. Choose a key file that you may read.</source>
        <translation>%1 n’a pas pu être lu&#x202f;: %2. Choisissez un fichier de clé que vous avez le droit de lire.</translation>
    </message>
    <message>
        <source>%1 is too large for a key file. Choose another one.</source>
        <translation>%1 est trop gros pour un fichier de clé. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. See that you may write there.</source>
        <translation>Le répertoire %1 n’a pas pu être créé. Vérifiez que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>The key could not be written to %1: %2.</source>
        <translation>La clé n’a pas pu être écrite dans %1&#x202f;: %2.</translation>
    </message>
    <message>
        <source>No key was made: %1.</source>
        <translation>Aucune clé n’a été créée&#x202f;: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>%1 est inutilisable&#x202f;: %2.</translation>
    </message>
    <message>
        <source>The key was not opened: %1.</source>
        <translation>La clé n’a pas été ouverte&#x202f;: %1.</translation>
    </message>
</context>
</TS>
