/** What the command line says itself; failures use `errors`. */
export const cli = {
  help: `Personarium, en ligne de commande

  personarium [FICHIER…]                ouvre l’application, et des ateliers
  personarium export FICHIER… [options] écrit les affiches d’un atelier
  personarium export --sample [options] écrit celles de l’atelier d’exemple
  personarium export --report …         écrit le rapport d’atelier à la place des affiches
  personarium render FICHIER [options]  écrit une affiche sur la sortie standard (SVG), ou vers --out
  personarium validate FICHIER…         dit si des ateliers s’ouvrent, et ce qui ne va pas
  personarium diff A B                  dit ce que deux ateliers ont de différent
  personarium lint FICHIER…             dit ce qui mérite un regard avant de partager
  personarium merge A B --out C         fait un atelier de deux copies modifiées à part
  personarium redact FICHIER --out C    écrit une copie sans noms, sans données personnelles, à partager
  personarium schema                    écrit le schéma JSON d’un atelier
  personarium completion bash|zsh|fish  écrit de quoi compléter les commandes avec Tab
  personarium --help                    affiche cette aide\u202F; «\u00A0personarium validate --help\u00A0», celle d’une commande
  personarium --version                 affiche la version

Options de «\u00A0export\u00A0»
  --board TABLEAU   titre, identifiant ou numéro d’un tableau, ou nom d’un persona\u202F; répétable\u202F; sinon tous les tableaux
  --format FORMAT   pdf (par défaut), png, svg ou pptx (une présentation de tous les tableaux)\u202F; répétable,
                    ou séparés par des virgules
  --sheet FEUILLE   A5 à A0 et 2A0 (A1 par défaut), B2, B1, Letter, Legal, Tabloid, ARCH-C, ARCH-D, ARCH-E,
                    40x60, 50x70, 60x80, 80x120 (cm), roll-610, roll-914, roll-1067\u202F: rouleau dont la
                    longueur suit le tableau\u202F; ou une taille\u00A0: 500x700mm
  --orientation O   landscape (paysage, par défaut) ou portrait\u202F; en court\u00A0: --portrait
  --margin MM       bord que l’imprimante laisse blanc, de 0 (par défaut) à 40
  --split COUPE     feuilles d’une affiche\u00A0: fit (par défaut\u00A0: une si son texte tient, sinon aussi peu qu’il en
                    demande, coupées entre les étapes), two (deux au plus) ou none (toujours une, même trop petite)
  --small-text      écrit ce qui est refusé sinon\u00A0: les affiches au texte sous le minimum de leur feuille
                    (18 pt sur un mur, 9 pt en main)
  --bleed MM        fond perdu\u00A0: 0 (par défaut), 3, 4 ou 5\u202F; le texte reste à 5 mm de la coupe
  --marks           traits de coupe et mires autour de la feuille
  --inks ENCRES     colour (par défaut), saving (encre économe) ou grey (gris)
  --theme THÈME     standard (par défaut), paper (papier blanc, sans aplat sombre), contrast (contraste fort) ou
                    night (nuit, sur fond sombre)\u202F; les encres valent pour tous. Du rapport, dont
                    ils colorent les cartes\u00A0: tous sauf night
  --tile FEUILLE    A4 ou A3\u202F: l’affiche en feuilles à coller, avec leur plan (PDF, PNG)
  --hide PARTIES    ce que l’affiche ne montre pas\u00A0: logo, persona (sa fiche), legend, sources, votes,
                    evidence (preuves), severity (gravités)\u202F; séparées par des virgules
  --rows NOMS       les lignes que montrent les cartes, par nom, genre (pain-points), identifiant ou numéro\u202F;
                    séparés par des virgules. Une carte qui n’a aucun de ces noms montre toutes ses lignes
  --stages NOMS     les étapes que montrent les cartes, de même\u202F; leurs numéros restent ceux de la carte
  --personas NOMS   les personas de la carte\u00A0: courbes, et notes pour un seul persona
  --filter MOTS     les notes montrées\u00A0: verbatim, observation, data, hypothesis, none, proven, ou
                    meaning:corail, tag:ÉTIQUETTE, author:NOM\u202F; séparés par des virgules
  --report          le rapport d’atelier\u00A0: --format pdf (par défaut), docx ou md, --sheet A4 ou Letter
  --parts PARTIES   celles du rapport\u00A0: personas, empathy, journeys, friction, plan, evidence, participants,
                    glossary\u202F; sinon toutes celles qui ont un contenu
  --data            les données d’atelier à la place des affiches\u00A0: --format xlsx (par défaut) ou csv
  --outlines        dans les SVG, les lettres en tracés\u202F: aucune police à installer, texte non modifiable
  --with-workshop   met tout l’atelier dans chaque PDF, PNG ou SVG\u202F: qui reçoit ce fichier peut le rouvrir
  --date JOUR       date écrite dans le PDF, 2026-11-22\u202F: la même entrée donne alors le même fichier
  --dpi N           96, 150 (par défaut) ou 300\u202F; pour les images PNG
  --lang LANGUE     fr, en ou fr,en\u202F; sinon la langue du système
  --text TEXTES     fr, en\u202F: les textes de l’atelier dans leur traduction, là où il y en a une\u202F; both\u00A0: les deux
                    langues, une affiche chacune\u202F; sinon comme ils sont écrits
  --out CHEMIN      un fichier pour une seule affiche, un dossier pour plusieurs (un par atelier s’il y en a plusieurs)\u202F;
                    sinon le dossier courant. Un fichier du même nom est remplacé.
  --json            à la fin, les fichiers, les messages et le code de fin en JSON, à la place des chemins

Les chemins écrits vont sur la sortie standard, l’avancement sur la sortie d’erreur.

Codes de fin
  0 tout est fait, 1 échec, 2 commande mal formée, 3 fichier illisible,
  4 tableau introuvable, 5 écriture impossible, 6 des différences ou des remarques`,
  seeHelp: 'Voir\u00A0: personarium --help',
  missingFile: 'Le fichier «\u00A0{{file}}\u00A0» n’existe pas.',
  noMatch: 'Aucun fichier ne correspond à «\u00A0{{pattern}}\u00A0».',
  silence: 'L’export ne répond plus depuis cinq minutes, il est abandonné.',
  windowGone: 'L’export s’est arrêté de lui-même. Rien n’a été écrit à moitié.',
  usage: {
    noFile: 'Indiquez au moins un fichier .personarium.',
    nothing: 'Indiquez un fichier .personarium, ou --sample pour l’atelier d’exemple.',
    fileAndSample: 'Indiquez un fichier ou --sample, pas les deux.',
    unknownWord: 'Ni commande ni fichier\u00A0: «\u00A0{{word}}\u00A0».',
    noDisplay: 'Il n’y a pas d’écran ici pour ouvrir l’application\u202F; la commande «\u00A0export\u00A0» s’en passe.',
    twoFiles: 'Indiquez deux fichiers .personarium.',
    badPair: 'Un remplacement s’écrit mot=autre mot, pas «\u00A0{{word}}\u00A0».',
    oneFile: 'Indiquez un seul fichier .personarium.',
    noOut: 'Indiquez le fichier à écrire\u00A0: --out FICHIER.',
    otherWorkshop: 'Ce sont deux ateliers différents, pas deux copies d’un même atelier.',
    noShell: 'Indiquez un shell\u00A0: {{allowed}}, pas «\u00A0{{shell}}\u00A0».',
    jsonAndPoster:
      'La sortie standard reçoit soit l’affiche, soit le JSON\u00A0: nommez un fichier ou un dossier, --out NOM.',
    renderOne:
      '«\u00A0render\u00A0» écrit une seule affiche\u00A0: un fichier, un format, une langue, et --board s’il y a plusieurs tableaux.',
    extraWord: '«\u00A0{{word}}\u00A0» est de trop.',
    unknownOption: 'Option inconnue\u00A0: {{option}}.',
    badOption: 'Cette option est mal écrite\u00A0: {{option}}. Il lui manque une valeur, ou elle n’en prend pas.',
    badValue: 'Valeur refusée pour --{{option}}\u00A0: «\u00A0{{value}}\u00A0». Valeurs possibles\u00A0: {{allowed}}.',
    twoOrientations: 'Choisissez une seule orientation.',
    tileWithoutPages: 'Les feuilles à coller sont en PDF ou en PNG\u00A0: ajoutez --format pdf ou --format png.',
    outlinesWithoutSvg: 'Les lettres en tracés sont un SVG\u00A0: ajoutez --format svg.',
    nothingInSlides: 'Une présentation (pptx) ne porte pas l’atelier\u00A0: --with-workshop vaut pour pdf, png et svg.',
    nothingHiddenInSlides: 'Une présentation (pptx) montre tout\u00A0: --hide vaut pour pdf, png et svg.',
    tileOrMarks:
      'Une affiche en feuilles à coller porte ses propres traits, et 3 mm de fond perdu au plus\u00A0: sans --marks, avec --bleed 3.',
    notForReport: 'L’option --{{option}} ne vaut que pour les affiches, pas pour le rapport.',
    notForData: 'L’option --{{option}} ne vaut pas pour les données d’atelier.',
    dataOrReport: 'Le rapport ou les données\u00A0: choisissez --report ou --data.',
    onlyForReport: 'L’option --{{option}} ne vaut que pour le rapport\u00A0: ajoutez --report.',
    severalForOne:
      'Il y a plusieurs affiches ou feuilles, et «\u00A0{{out}}\u00A0» n’en nomme qu’une. Indiquez un dossier.',
    refusedSwitch: 'Personarium ne démarre pas avec {{option}}\u00A0: cette option l’ouvrirait à d’autres programmes.',
  },
} as const;
