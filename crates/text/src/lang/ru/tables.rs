//! The declensions as tables, and how an ending joins its stem.
//!
//! A cell may hold several endings, parted by spaces. `.` stands for the word as written, `0` for the bare stem of a genitive plural
//! (with its fleeting vowel), `=` for nominative and genitive (the accusative of what may be alive or not), `-` for no form.
//! Only the main spelling is written: ы becomes и after к г х ж ч ш щ, я and ю become а and у after ж ч ш щ ц, о may be е after ж ч ш щ ц.

use crate::forms::{Case, Cell, Number};

use super::word::{cut, is_husher};

/// A declension: endings of nominative, genitive, dative, accusative, instrumental, prepositional.
#[derive(Debug)]
pub(super) struct Declension {
    pub(super) singular: [&'static str; 6],
    pub(super) plural: [&'static str; 6],
}

const NONE: [&str; 6] = ["-"; 6];

/// магазин, Билайн.
pub(super) const HARD: Declension = Declension {
    singular: [".", "а", "у", "=", "ом", "е"],
    plural: ["ы", "ов", "ам", "=", "ами", "ах"],
};
/// врач, Париж.
pub(super) const HUSHER: Declension =
    Declension { singular: HARD.singular, plural: ["ы", "ей", "ам", "=", "ами", "ах"] };
/// котёнок: котята.
pub(super) const YOUNG: Declension =
    Declension { singular: NONE, plural: ["а", "0", "ам", "=", "ами", "ах"] };
/// гражданин: граждане.
pub(super) const PEOPLE: Declension =
    Declension { singular: NONE, plural: ["е", "0", "ам", "=", "ами", "ах"] };
/// автомобиль, Гоголь.
pub(super) const SOFT: Declension = Declension {
    singular: [".", "я", "ю", "=", "ем", "е"],
    plural: ["и", "ей", "ям", "=", "ями", "ях"],
};
/// герой, Андрей.
pub(super) const SHORT_I: Declension =
    Declension { singular: SOFT.singular, plural: ["и", "ев", "ям", "=", "ями", "ях"] };
/// сценарий, Юрий.
pub(super) const IY: Declension = Declension {
    singular: [".", "ия", "ию", "=", "ием", "ии"],
    plural: ["ии", "иев", "иям", "=", "иями", "иях"],
};
/// лента, Пятёрочка, Никита.
pub(super) const A: Declension = Declension {
    singular: [".", "ы", "е", "у", "ой ою", "е"],
    plural: ["ы", "0", "ам", "=", "ами", "ах"],
};
/// неделя, Коля, Адыгея.
pub(super) const YA: Declension = Declension {
    singular: [".", "и", "е", "ю", "ей ею", "е"],
    plural: ["и", "0", "ям", "=", "ями", "ях"],
};
/// компания, Россия.
pub(super) const IYA: Declension = Declension {
    singular: [".", "ии", "ии", "ию", "ией иею", "ии"],
    plural: ["ии", "ий", "иям", "=", "иями", "иях"],
};
/// новость, Рязань.
pub(super) const SOFT_FEMININE: Declension = Declension {
    singular: [".", "и", "и", ".", "ью", "и"],
    plural: ["и", "ей", "ям", "=", "ями", "ях"],
};
/// окно, Бородино.
pub(super) const O: Declension = Declension {
    singular: [".", "а", "у", ".", "ом", "е"],
    plural: ["а", "0", "ам", "=", "ами", "ах"],
};
/// море, солнце, чудовище.
pub(super) const E: Declension = Declension {
    singular: [".", "я", "ю", ".", "ем", "е"],
    plural: ["я", "0", "ям", "=", "ями", "ях"],
};
/// здание.
pub(super) const IE: Declension = Declension {
    singular: [".", "ия", "ию", ".", "ием", "ии"],
    plural: ["ия", "ий", "иям", "=", "иями", "иях"],
};
/// печенье, Поволжье.
pub(super) const YE: Declension = Declension {
    singular: [".", "ья", "ью", ".", "ьем", "ье ьи"],
    plural: ["ья", "ий ьев", "ьям", "=", "ьями", "ьях"],
};
/// имя, время.
pub(super) const MYA: Declension = Declension {
    singular: [".", "ени", "ени", ".", "енем", "ени"],
    plural: ["ена", "ен", "енам", "=", "енами", "енах"],
};
/// Озёры, Черновцы: of names that have no singular the genitive cannot be known.
pub(super) const PLURAL: Declension =
    Declension { singular: NONE, plural: [".", "0 ов", "ам", "=", "ами", "ах"] };
/// отзывы, сервисы: surely masculine.
pub(super) const PLURAL_HARD: Declension =
    Declension { singular: NONE, plural: [".", "ов", "ам", "=", "ами", "ах"] };
/// Жигули, люди.
pub(super) const PLURAL_SOFT: Declension =
    Declension { singular: NONE, plural: [".", "ей", "ям", "=", "ями", "ях"] };
/// Гималаи.
pub(super) const PLURAL_I: Declension =
    Declension { singular: NONE, plural: [".", "ев й", "ям", "=", "ями", "ях"] };
/// деньги, яйца, дети: plural with a bare genitive that is known.
pub(super) const PLURAL_KNOWN: Declension =
    Declension { singular: NONE, plural: [".", "0", "ам", "=", "ами", "ах"] };
/// друзья, гости.
pub(super) const PLURAL_SOFT_KNOWN: Declension =
    Declension { singular: NONE, plural: [".", "0", "ям", "=", "ями", "ях"] };

const ADJECTIVE_PLURAL: [&str; 6] = ["ые", "ых", "ым", "=", "ыми", "ых"];
const SOFT_ADJECTIVE_PLURAL: [&str; 6] = ["ие", "их", "им", "=", "ими", "их"];
const PRONOUN_PLURAL: [&str; 6] = ["и", "их", "им", "=", "ими", "их"];
const POSSESSIVE_PLURAL: [&str; 6] = ["ьи", "ьих", "ьим", "=", "ьими", "ьих"];

/// новый, Толстой, Достоевский: masculine, feminine, neuter.
pub(super) const ADJECTIVE: [Declension; 3] = [
    Declension { singular: [".", "ого", "ому", "=", "ым", "ом"], plural: ADJECTIVE_PLURAL },
    Declension { singular: ["ая", "ой", "ой", "ую", "ой ою", "ой"], plural: ADJECTIVE_PLURAL },
    Declension { singular: ["ое", "ого", "ому", "ое", "ым", "ом"], plural: ADJECTIVE_PLURAL },
];
/// синий, лучший, горячий.
pub(super) const SOFT_ADJECTIVE: [Declension; 3] = [
    Declension { singular: [".", "его", "ему", "=", "им", "ем"], plural: SOFT_ADJECTIVE_PLURAL },
    Declension {
        singular: ["яя", "ей", "ей", "юю", "ей ею", "ей"], plural: SOFT_ADJECTIVE_PLURAL
    },
    Declension {
        singular: ["ее", "его", "ему", "ее", "им", "ем"], plural: SOFT_ADJECTIVE_PLURAL
    },
];
/// третий, медвежий.
pub(super) const POSSESSIVE: [Declension; 3] = [
    Declension {
        singular: [".", "ьего", "ьему", "=", "ьим", "ьем"], plural: POSSESSIVE_PLURAL
    },
    Declension {
        singular: ["ья", "ьей", "ьей", "ью", "ьей ьею", "ьей"], plural: POSSESSIVE_PLURAL
    },
    Declension {
        singular: ["ье", "ьего", "ьему", "ье", "ьим", "ьем"], plural: POSSESSIVE_PLURAL
    },
];
/// мой, наш.
pub(super) const PRONOUN: [Declension; 3] = [
    Declension { singular: [".", "его", "ему", "=", "им", "ем"], plural: PRONOUN_PLURAL },
    Declension { singular: [".", "ей", "ей", "ю", "ей ею", "ей"], plural: PRONOUN_PLURAL },
    Declension { singular: [".", "его", "ему", ".", "им", "ем"], plural: PRONOUN_PLURAL },
];
/// Громов, Савушкин: a man, or the family.
pub(super) const SURNAME: Declension = Declension {
    singular: [".", "а", "у", "=", "ым", "е"],
    plural: ["ы", "ых", "ым", "=", "ыми", "ых"],
};
/// Зайцева, Ильина: a woman.
pub(super) const SURNAME_FEMININE: Declension =
    Declension { singular: [".", "ой", "ой", "у", "ой ою", "ой"], plural: NONE };

const CASES: [Case; 6] =
    [Case::Nominative, Case::Genitive, Case::Dative, Case::Accusative, Case::Instrumental, Case::Locative];

/// All forms of a declension, in lower case. `written` fills the cells that hold the word itself, `bare` the genitives without an ending.
pub(super) fn decline(table: &Declension, written: &str, stem: &str, bare: &[String]) -> Vec<(Cell, String)> {
    let mut forms = Vec::new();
    for (number, row) in [(Number::Singular, &table.singular), (Number::Plural, &table.plural)] {
        for (case, cell) in CASES.into_iter().zip(row) {
            // The accusative borrows from the two cells before it.
            let endings = if *cell == "=" { format!("{} {}", row[0], row[1]) } else { (*cell).to_owned() };
            for ending in endings.split(' ') {
                let shown = match ending {
                    "-" => vec![],
                    "." => vec![written.to_owned()],
                    "0" => bare.to_vec(),
                    _ => join(stem, ending),
                };
                forms.extend(shown.into_iter().map(|form| (Cell { case, number }, form)));
            }
        }
    }
    forms
}

fn join(stem: &str, ending: &str) -> Vec<String> {
    let last = stem.chars().next_back().unwrap_or('-');
    let rest = ending.chars().next().map_or("", |first| &ending[first.len_utf8()..]);
    let hushed = is_husher(last) || last == 'ц';
    match ending.chars().next() {
        Some('ы') if is_husher(last) || matches!(last, 'к' | 'г' | 'х') => vec![format!("{stem}и{rest}")],
        Some('я') if hushed => vec![format!("{stem}а{rest}")],
        Some('ю') if hushed => vec![format!("{stem}у{rest}")],
        // Which of the two depends on the stress, which nobody writes: врачом, Парижем.
        Some('о') if hushed && !is_patronymic(stem) => {
            vec![format!("{stem}о{rest}"), format!("{stem}е{rest}")]
        }
        Some('о') if hushed => vec![format!("{stem}е{rest}")],
        _ => vec![format!("{stem}{ending}")],
    }
}

/// Иванович, Попович: never stressed on the ending.
fn is_patronymic(stem: &str) -> bool {
    cut(stem, 3).len() > 2 && (stem.ends_with("ович") || stem.ends_with("евич"))
}
