//! The authored words of the world: templates with slots, by language and role, and the inflected words that fill them.
//!
//! The words live in `texts/{en,pl,ru}/`: `words.txt` (inflected slots), `people.txt` (names), `ordinary.txt` and `rumour.txt`
//! (templates by role). To add a template, add a line under its role. To add a role, add it to [`Role::ALL`] and a section in each
//! language; a test names what is missing. Syntax of a template:
//! `{group.form}` an inflected word, `{group}` a word drawn anew each time, `{own}` our handle, `{3..9}` a number,
//! `[a|b]` either, `<man/woman>` by the author's gender, `title // text`.

mod parse;
mod role;
mod style;

use std::sync::OnceLock;

use nabat_crisis::person::Language;

use crate::luck::Luck;
pub(crate) use role::Role;
pub(crate) use style::Manner;

/// Everything authored.
#[derive(Debug)]
pub(crate) struct Texts {
    languages: [LanguageTexts; 3],
}

/// Everything authored in one language.
#[derive(Debug)]
pub(crate) struct LanguageTexts {
    language: Language,
    groups: Vec<Group>,
    roles: Vec<Vec<Template>>,
    names: Vec<Group>,
}

/// Words that fill one slot: rows of inflected forms.
#[derive(Debug)]
struct Group {
    name: String,
    forms: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One authored line.
#[derive(Debug)]
pub(crate) struct Template {
    segments: Vec<Segment>,
    /// Whether it has a title: an article or a review.
    pub(crate) titled: bool,
    /// Whether every rendering names our company.
    pub(crate) names_us: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Text(String),
    Word { group: usize, form: usize },
    Own,
    Number { low: i64, high: i64 },
    Either(Vec<Vec<Segment>>),
    Gendered { man: String, woman: String },
}

/// Who speaks, as far as the words depend on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Voice<'a> {
    /// Whether the author is a woman: Russian and Polish verbs ask.
    pub(crate) woman: bool,
    /// Our handle where the post stands.
    pub(crate) own: &'a str,
    /// The medium or shop chain that speaks.
    pub(crate) house: Option<usize>,
}

/// Rendered words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// Title of an article or review.
    pub(crate) title: Option<String>,
    /// The text.
    pub(crate) text: String,
}

/// Most groups a language may have, so that the rows chosen for a post fit on the stack.
const GROUPS_MAX: usize = 40;

impl Texts {
    /// The authored texts, parsed once.
    pub(crate) fn get() -> &'static Self {
        static TEXTS: OnceLock<Texts> = OnceLock::new();
        TEXTS.get_or_init(|| Self::read().expect("the embedded texts are valid, a unit test reads them"))
    }

    fn read() -> Result<Self, String> {
        Ok(Self {
            languages: [
                parse::language(Language::En, &parse::EN)?,
                parse::language(Language::Pl, &parse::PL)?,
                parse::language(Language::Ru, &parse::RU)?,
            ],
        })
    }

    /// What is authored in a language.
    pub(crate) fn of(&self, language: Language) -> &LanguageTexts {
        &self.languages[language as usize]
    }
}

impl LanguageTexts {
    /// The templates of a role.
    pub(crate) fn templates(&self, role: Role) -> &[Template] {
        &self.roles[role as usize]
    }

    /// Rows of a table of `people.txt`.
    pub(crate) fn names(&self, table: &str) -> &[Vec<String>] {
        self.names.iter().find(|group| group.name == table).map_or(&[], |group| &group.rows)
    }

    /// The first form of a row of a group of `words.txt`.
    pub(crate) fn word(&self, group: &str, row: usize) -> &str {
        let group = self.groups.iter().find(|each| each.name == group);
        group.map_or("", |group| &group.rows[row % group.rows.len()][0])
    }

    /// Renders a template. The same luck gives the same words.
    pub(crate) fn write(&self, role: Role, template: usize, voice: Voice<'_>, luck: &mut Luck) -> Words {
        let templates = self.templates(role);
        let template = &templates[template % templates.len()];
        let manner = Manner::draw(self.language, role.formal() || voice.house.is_some(), luck);
        let mut pen = Pen { texts: self, voice, chosen: [None; GROUPS_MAX], out: String::with_capacity(160) };
        pen.write_all(&template.segments, luck);
        let written = pen.out;
        if !template.titled {
            return Words { title: None, text: manner.apply(&written, luck) };
        }
        let (title, text) = written.split_once(" // ").unwrap_or(("", &written));
        Words { title: Some(manner.apply(title, luck)), text: manner.apply(text, luck) }
    }
}

/// One post being written: the rows chosen so far, so that a city stays the same city.
struct Pen<'a> {
    texts: &'a LanguageTexts,
    voice: Voice<'a>,
    chosen: [Option<u16>; GROUPS_MAX],
    out: String,
}

impl Pen<'_> {
    fn write_all(&mut self, segments: &[Segment], luck: &mut Luck) {
        for segment in segments {
            match segment {
                Segment::Text(text) => self.out.push_str(text),
                Segment::Own => self.out.push_str(self.voice.own),
                Segment::Number { low, high } => self.out.push_str(&luck.between(*low, *high).to_string()),
                Segment::Gendered { man, woman } => {
                    self.out.push_str(if self.voice.woman { woman } else { man });
                }
                Segment::Either(options) => {
                    let option = luck.pick(options);
                    self.write_all(option, luck);
                }
                Segment::Word { group, form } => self.write_word(*group, *form, luck),
            }
        }
    }

    fn write_word(&mut self, index: usize, form: usize, luck: &mut Luck) {
        let group = &self.texts.groups[index];
        let drawn = luck.below(group.rows.len());
        let house = self.voice.house.filter(|_| matches!(group.name.as_str(), "media" | "chain"));
        let row = match (house, self.chosen[index]) {
            (Some(row), _) => row % group.rows.len(),
            (None, Some(row)) => usize::from(row),
            (None, None) => drawn,
        };
        if !group.drawn_anew() {
            self.chosen[index] = Some(row as u16);
        }
        self.out.push_str(&group.rows[row][form]);
    }
}

impl Group {
    /// A single word carries no agreement with others, so each use may draw another.
    fn drawn_anew(&self) -> bool {
        self.forms.is_empty()
    }
}

#[cfg(test)]
mod tests;
