/** What the commands say that need no window; read when one of them runs. */
export const verbs = {
  help: {
    schema: `personarium schema

Écrit sur la sortie standard le schéma JSON (draft 2020-12) de workshop.json,
la partie lisible d’un fichier .personarium.`,
    validate: `personarium validate FICHIER… [--json]

Lit des ateliers comme l’application les lit, et dit tout ce qui ne va pas, avec l’endroit et la raison.
Une erreur empêche l’ouverture\u202F; un avertissement, non.

  FICHIER           fichier .personarium, ou motif entre guillemets\u00A0: *, [abc], (?) un seul signe, ** tous les dossiers
  --json            le résultat en JSON
  --lang LANGUE     fr ou en

Codes de fin\u00A0: 0 tous les fichiers s’ouvrent, 2 commande mal formée, 3 l’un d’eux ne s’ouvre pas.`,
    diff: `personarium diff A B [--json]

Dit ce que deux ateliers ont de différent, tableau par tableau et persona par persona. Les parcours sont comparés
comme dans l’application, étape par étape\u202F; les personas, champ par champ, comme leurs versions. Ce qui n’a pas de
mot dans l’application est nommé comme dans workshop.json (voir «\u00A0personarium schema\u00A0»).

  + ajouté dans B   - absent de B   ~ modifié   > déplacé

  --json            le résultat en JSON
  --lang LANGUE     fr ou en

Codes de fin\u00A0: 0 aucune différence, 2 commande mal formée, 3 fichier illisible, 6 il y a des différences.`,
    lint: `personarium lint FICHIER… [--level NIVEAU] [--paper PAPIER] [--json]

Dit ce qui mérite un regard avant de partager un atelier\u00A0: les données personnelles de vraies personnes dans tous les
textes, et pour chaque persona ce que dit sa fiche (aucune source, aucune citation, trop semblable à un autre…). Avec --paper, aussi les affiches
dont le plus petit texte serait illisible sur ce papier, comme le contrôle de l’atelier d’affiches.

  --level NIVEAU    ce qui est dit\u00A0: error, warning (par défaut) et ce qui est plus grave, ou info, tout
  --paper PAPIER    A1, A3, 50x70… (comme --sheet à l’export)
  --orientation O   landscape (par défaut) ou portrait
  --json            le résultat en JSON
  --lang LANGUE     fr ou en

Codes de fin\u00A0: 0 rien à dire, 2 commande mal formée, 3 fichier illisible, 6 il y a des remarques.`,
    merge: `personarium merge A B --out C [--json]

Fait un seul atelier de deux copies modifiées chacune de son côté, comme l’application quand elle fusionne un fichier\u00A0:
document par document, d’après leur historique. Là où les deux copies ont changé le même champ, l’une l’emporte, la
même sur tout ordinateur. Dit ce qui vient de A et ce qui vient de B. A et B restent comme ils sont.

  --out C           le fichier à écrire\u202F; un fichier du même nom est remplacé
  --json            le compte rendu en JSON
  --lang LANGUE     fr ou en

Codes de fin\u00A0: 0 écrit, 2 commande mal formée ou deux ateliers différents, 3 fichier illisible, 5 écriture impossible.`,
    redact: `personarium redact FICHIER --out COPIE [options] [--report RAPPORT] [--json]

Écrit une copie qui peut sortir\u202F: un autre atelier, sans historique, aux identifiants neufs, aux images sans
métadonnées. Sans option, tout est remplacé ou retiré, ce qui est le plus sûr. L’original reste comme il est.

  --out, -o COPIE   le fichier à écrire\u202F; un fichier du même nom est remplacé
  --names N         noms des personas, partout\u00A0: pseudonym (par défaut), letter (Persona A…) ou keep (garder)
  --people P        participants, auteurs, responsables, partout\u00A0: replace (par défaut), drop (retirer) ou keep
  --photos P        portrait (dessiné, par défaut), drop ou keep
  --images I        images des tableaux, et le logo si le client est gardé aussi\u00A0: drop (par défaut)
                    ou keep
  --verbatims V     verbatims et citations\u00A0: placeholder (par défaut), drop (texte vidé, preuve gardée) ou keep
  --sources S       replace (Source 1…, par défaut), drop ou keep
  --data D          courriels, téléphones, numéros\u00A0: replace (par défaut), mask (••••) ou keep
  --files F         fichiers, chemins, adresses web\u00A0: replace (par défaut), mask ou keep
  --client C        client et lieu\u00A0: replace (par défaut), drop ou keep
  --dates D         month (le mois seul, par défaut), drop ou keep
  --replace MOT=…   autre mot à remplacer partout\u202F; répétable\u00A0: --replace Acme=Client
  --seed TEXTE      graine des pseudonymes et identifiants\u202F; sinon tirée du fichier
  --report RAPPORT  ce qui a été changé, de quoi en quoi, pour vous seul\u00A0: .json, sinon du texte (Markdown)
  --json            le même compte rendu en JSON, sur la sortie standard
  --lang LANGUE     fr ou en\u202F; aussi la langue des mots mis dans la copie

Codes de fin\u00A0: 0 écrit, 2 commande mal formée, 3 fichier illisible, 5 écriture impossible.`,
    completion: `personarium completion bash|zsh|fish

Écrit de quoi compléter les commandes avec la touche Tab\u00A0:

  bash   source <(personarium completion bash)
  zsh    source <(personarium completion zsh)
  fish   personarium completion fish | source`,
  },
  usage: {
    tooMany: 'Plus de {{count}} fichiers\u00A0: précisez le motif.',
  },
  file: {
    missing: 'le fichier n’existe pas',
  },
  diff: {
    same: 'Aucune différence.',
    kind: {
      workshop: 'Atelier «\u00A0{{title}}\u00A0»',
      'journey-map': 'Parcours «\u00A0{{title}}\u00A0»',
      'empathy-map': 'Carte d’empathie «\u00A0{{title}}\u00A0»',
      persona: 'Persona «\u00A0{{title}}\u00A0»',
    },
    stage: 'Étape',
    fieldOf: '{{field}} de «\u00A0{{label}}\u00A0»',
    quoted: '«\u00A0{{text}}\u00A0»',
    line: '{{subject}}\u00A0: {{said}}',
  },
  lint: {
    fine: '{{file}}\u00A0: rien à signaler',
    line: '{{file}}\u00A0: {{severity}}, {{place}}\u00A0: {{text}}',
    smallOn: 'sur {{paper}}, plus petit texte {{pt}}\u00A0pt, il en faut {{least}}\u202F; {{better}} suffit',
    smallAnywhere: 'sur {{paper}}, plus petit texte {{pt}}\u00A0pt, il en faut {{least}}',
    severity: { error: 'erreur', warning: 'avertissement', info: 'remarque' },
  },
  merge: {
    line: '{{sheet}}\u00A0: {{origin}}',
    origin: {
      same: 'pareil dans A et B',
      a: 'comme dans A',
      b: 'comme dans B',
      onlyA: 'vient de A',
      onlyB: 'vient de B',
      both: 'fusionné',
      dropped: 'retiré\u202F; l’une des copies ne l’avait plus',
    },
    noHistory: 'sans historique commun\u00A0: ce sont des éléments entiers qui l’ont emporté, pas des champs',
  },
  validate: {
    fine: '{{file}}\u00A0: s’ouvre',
    line: '{{file}}\u00A0: {{severity}}, {{where}}\u00A0: {{reason}}',
    lineWhole: '{{file}}\u00A0: {{severity}}\u00A0: {{reason}}',
    documents_one: '{{count}} document',
    documents_other: '{{count}} documents',
    images_one: '{{count}} image',
    images_other: '{{count}} images',
    error: 'erreur',
    warningWord: 'avertissement',
    schema: {
      missing: 'cette donnée manque (attendu\u00A0: {{expected}})',
      type: 'mauvais type (attendu\u00A0: {{expected}})',
      unknownField: 'champ inconnu\u00A0: {{expected}}',
      tooLarge: 'trop grand ou trop long (au plus {{expected}})',
      tooSmall: 'trop petit ou trop court (au moins {{expected}})',
      notAllowed: 'valeur refusée (possibles\u00A0: {{expected}})',
      form: 'une donnée manque, est en trop ou hors limites',
    },
    warning: {
      noHistory: 'pas d’historique\u00A0: ce document ne se fusionnera pas champ par champ avec d’autres copies',
      historyDamaged: 'historique abîmé\u00A0: le document se lit, mais ne se fusionnera pas champ par champ',
      historyDiffers:
        'l’historique dit autre chose que workshop.json, modifié à la main\u202F? workshop.json l’emporte',
      boardMissing: 'l’atelier cite un tableau absent du fichier\u00A0: il sera laissé de côté',
      personaMissing: 'l’atelier cite un persona absent du fichier\u00A0: il sera laissé de côté',
      imageMissing: 'une image citée est absente du fichier',
    },
  },
} as const;
