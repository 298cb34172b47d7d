/** First names that pseudonyms are made of: usually a woman's, a man's, either's. Common ones, of which each stands for thousands of people. */
export const FIRST_NAMES = {
  f: 'Alice Anna Aurore Céline Charlotte Claire Delphine Diane Elsa Émilie Estelle Fatou Hanna Irène Jeanne Julie Laure Leïla Lucie Malika Mathilde Nadia Nina Odile Pauline Sarah Sonia Thérèse Ursule Valérie Yasmine Zoé',
  m: 'Adrien Alain Amir Antoine Bruno Cyril Daniel Édouard Émile Étienne Farid Gilles Henri Hugo Ibrahim Ivan Julien Karl Léon Ludovic Malik Mathieu Nicolas Olivier Oscar Pascal Quentin Romain Simon Théo Thomas Ulysse Yann',
  x: 'Alex Andréa Ange Camille Charlie Claude Dominique Eden Frédérique Gwen Ariel Lou Morgan Noa Sacha Sam Stéphane Yael',
} as const;

export const LAST_NAMES =
  'Arnaud Aubert Barbier Bernier Besson Bouvier Carlier Colin Dupuis Etienne Evrard Fabre Ferrand Gaillard Garnier Hamon Humbert Imbert Jacob Joly Kessler Lacroix Leclerc Lemoine Mallet Masson Meunier Nicolas Noël Olivier Ozanne Perrin Poirier Renaud Rivière Roche Tessier Vasseur Vidal Wagner';

/** More first names that people have, to tell a name at the beginning of a sentence from a word. */
export const KNOWN_FIRST_NAMES =
  'Adam Ahmed Amandine Amina Amy Andrew André Anouk Anne Arthur Audrey Aïcha Benjamin Bernard Bob Brigitte Carla Caroline Catherine Chloé Christian Christine Christophe David Denis Didier Emma Emily Éric Erik Eva Fabien Fanny Fatima François Françoise George Georges Gérard Guillaume Hélène Inès Isabelle Jack Jacques James Jane Jean Jennifer Jérôme Jessica Joe John José Joseph Julia Karim Kevin Laura Laurent Léa Linda Lisa Louis Louise Luc Lucas Luis Manon Marc Marcel Maria Marie Mark Martin Martine Mary Maurice Maxime Mehdi Mélanie Michel Michelle Mike Mohamed Monique Nathalie Nathan Noah Patricia Patrick Paul Peter Philippe Pierre Rachid Raphaël Rémi René Robert Robin Roger Sandra Sandrine Sébastien Serge Solène Sophie Sylvie Thibault Tom Valentin Vincent Virginie William Xavier Yves';

/** Names that are everyday words too, folded: in small letters they are words. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  'aime ange baker barbier beau bill blanc blanche boulanger brown butcher carpenter chance charpentier chase claire clement colin constant cook cooper desire dean drew droit fabre faith fisher fleur fleuriste fontaine forestier fort frank france gardener garnier gay grace grand grant green hall hill hope jack jade joie jolie joly joy king lacroix lane large leblanc legrand leroy long lou marchand mark marin marine masson may maire max mercier meunier miller modeste moreau noel olive olivier page parfait parker pascal patience penny petit pierre prince prudence rich richard rivage riviere robin roche rose roux roy ruby sage sam sandy sauvage simple singer smith summer taylor tailleur turner victoire vidal violette ward white will wood young'.split(
    ' ',
  ),
);

/** Words of teams and departments, folded: an owner that is named so is nobody in person. */
export const TEAM_WORDS: ReadonlySet<string> = new Set(
  'accueil achat achats accounting admin administration agence agences atelier boutique boutiques brand caisse call centre center client clients commerce commercial commerciale commerciaux communication compta comptabilite conseil conseillers contact conception crm customer customers cx data design developpement digital direction distribution dsi e-commerce equipe equipes experience finance finances formation helpdesk hotline hr ia informatique ingenierie innovation interne it juridique legal livraison logistics logistique magasin magasins maintenance management marque marketing media medias numerique office operations ops partenaires partners po pm product production produit produits project projet qualite quality r&d recherche relation reseau reseaux rh sales sav securite service services shop shops siege social sociaux store stores strategie support team teams technique terrain transport ui ux vente ventes vendeurs warehouse web'.split(
    ' ',
  ),
);

/** Little words of names and of titles: never replaced alone. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'a al an and au aux ben bin d da dame das de del della den der des di dit docteur don dos dr du e el et from in l la las le les lady los m madame mademoiselle maitre me mister mlle mme mr mrs ms monsieur o of or ou prof sir st ste the un une van vom von y zu'.split(
    ' ',
  ),
);
