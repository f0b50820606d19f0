//! Reads the authored files. Our own broken data stops us loudly: every error names the file and the line.

use nabat_crisis::person::Language;

use super::role::Role;
use super::{GROUPS_MAX, Group, LanguageTexts, Segment, Template};

/// The files of one language: name and content.
pub(super) struct Files {
    words: (&'static str, &'static str),
    people: (&'static str, &'static str),
    templates: [(&'static str, &'static str); 2],
}

macro_rules! files {
    ($folder:literal) => {
        Files {
            words: (
                concat!($folder, "/words.txt"),
                include_str!(concat!("../../texts/", $folder, "/words.txt")),
            ),
            people: (
                concat!($folder, "/people.txt"),
                include_str!(concat!("../../texts/", $folder, "/people.txt")),
            ),
            templates: [
                (
                    concat!($folder, "/ordinary.txt"),
                    include_str!(concat!("../../texts/", $folder, "/ordinary.txt")),
                ),
                (
                    concat!($folder, "/rumour.txt"),
                    include_str!(concat!("../../texts/", $folder, "/rumour.txt")),
                ),
            ],
        }
    };
}

pub(super) const EN: Files = files!("en");
pub(super) const PL: Files = files!("pl");
pub(super) const RU: Files = files!("ru");

/// Reads everything authored in a language.
pub(super) fn language(language: Language, files: &Files) -> Result<LanguageTexts, String> {
    let groups = groups(files.words)?;
    if groups.len() > GROUPS_MAX {
        return Err(format!("{}: more than {GROUPS_MAX} groups", files.words.0));
    }
    let names = groups_of_people(files.people)?;
    let mut roles: Vec<Vec<Template>> = Role::ALL.iter().map(|_| Vec::new()).collect();
    for file in files.templates {
        read_templates(file, &groups, &mut roles)?;
    }
    Ok(LanguageTexts { language, groups, roles, names })
}

/// Lines that say something, with their numbers from 1; `%` begins a comment.
fn lines(content: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    content
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('%'))
}

fn groups((file, content): (&str, &'static str)) -> Result<Vec<Group>, String> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, line) in lines(content) {
        if let Some(head) = line.strip_prefix("== ") {
            let (name, forms) = head.split_once(':').unwrap_or((head, ""));
            let forms = forms.split_whitespace().map(str::to_owned).collect();
            groups.push(Group { name: name.trim().to_owned(), forms, rows: Vec::new() });
            continue;
        }
        let group = groups.last_mut().ok_or_else(|| format!("{file}:{number}: a row before any section"))?;
        let row: Vec<String> = line.split('|').map(|form| form.trim().replace('∅', "")).collect();
        if row.len() != group.forms.len().max(1) {
            return Err(format!("{file}:{number}: {} forms, not {}", row.len(), group.forms.len().max(1)));
        }
        group.rows.push(row);
    }
    match groups.iter().find(|group| group.rows.is_empty()) {
        Some(empty) => Err(format!("{file}: group `{}` has no rows", empty.name)),
        None => Ok(groups),
    }
}

fn groups_of_people(file: (&'static str, &'static str)) -> Result<Vec<Group>, String> {
    let names = groups(file)?;
    for needed in ["women", "men", "surnames", "nicks", "media", "journalists", "chats"] {
        if !names.iter().any(|group| group.name == needed) {
            return Err(format!("{}: no table `{needed}`", file.0));
        }
    }
    Ok(names)
}

fn read_templates(
    (file, content): (&str, &'static str),
    groups: &[Group],
    roles: &mut [Vec<Template>],
) -> Result<(), String> {
    let mut role = None;
    for (number, line) in lines(content) {
        if let Some(name) = line.strip_prefix("== ") {
            let found = Role::ALL.iter().position(|(_, each)| *each == name);
            role = Some(found.ok_or_else(|| format!("{file}:{number}: unknown role `{name}`"))?);
            continue;
        }
        let role = role.ok_or_else(|| format!("{file}:{number}: a template before any role"))?;
        roles[role].push(template(line, groups).map_err(|error| format!("{file}:{number}: {error}"))?);
    }
    Ok(())
}

fn template(line: &str, groups: &[Group]) -> Result<Template, String> {
    let mut rest = line;
    let segments = segments(&mut rest, groups, false)?;
    if !rest.is_empty() {
        return Err(format!("`{rest}` closes nothing"));
    }
    let names_us = names_us(&segments, groups);
    Ok(Template { segments, titled: line.contains(" // "), names_us })
}

/// Whether every rendering has the company's name, whichever alternatives are drawn.
fn names_us(segments: &[Segment], groups: &[Group]) -> bool {
    segments.iter().any(|segment| match segment {
        Segment::Word { group, .. } => matches!(groups[*group].name.as_str(), "brand" | "company"),
        Segment::Either(options) => options.iter().all(|option| names_us(option, groups)),
        Segment::Text(_) | Segment::Own | Segment::Number { .. } | Segment::Gendered { .. } => false,
    })
}

/// Reads until the end, or inside `[…]` until `|` or `]`, which is left for the caller.
fn segments(rest: &mut &str, groups: &[Group], nested: bool) -> Result<Vec<Segment>, String> {
    let mut found = Vec::new();
    while let Some(next) = rest.chars().next() {
        match next {
            '|' | ']' if nested => break,
            '{' => {
                let slot = enclosed(rest, '}')?;
                found.push(word(slot, groups)?);
            }
            '<' => {
                let (man, woman) = enclosed(rest, '>')?.split_once('/').ok_or("`<…>` without `/`")?;
                found
                    .push(Segment::Gendered { man: man.replace('∅', ""), woman: woman.replace('∅', "") });
            }
            '[' => found.push(either(rest, groups)?),
            '|' | ']' | '}' | '>' => return Err(format!("`{next}` closes nothing")),
            _ => {
                let end = rest.find(['{', '<', '[', '|', ']', '}', '>']).unwrap_or(rest.len());
                found.push(Segment::Text(rest[..end].to_owned()));
                *rest = &rest[end..];
            }
        }
    }
    Ok(found)
}

fn either(rest: &mut &str, groups: &[Group]) -> Result<Segment, String> {
    let mut options = Vec::new();
    loop {
        // The opening bracket or the bar before this option.
        *rest = &rest[1..];
        options.push(segments(rest, groups, true)?);
        match rest.chars().next() {
            Some('|') => {}
            Some(_) => break,
            None => return Err("`[` is never closed".into()),
        }
    }
    *rest = &rest[1..];
    if options.len() < 2 {
        return Err("`[…]` with a single option".into());
    }
    Ok(Segment::Either(options))
}

/// Takes what stands between the bracket that `rest` begins with and `close`.
fn enclosed<'a>(rest: &mut &'a str, close: char) -> Result<&'a str, String> {
    let end = rest.find(close).ok_or_else(|| format!("no `{close}` after `{rest}`"))?;
    let inside = &rest[1..end];
    *rest = &rest[end + 1..];
    Ok(inside)
}

fn word(slot: &str, groups: &[Group]) -> Result<Segment, String> {
    if slot == "own" {
        return Ok(Segment::Own);
    }
    if let Some((low, high)) = slot.split_once("..") {
        let number = |text: &str| text.parse::<i64>().map_err(|_| format!("`{text}` is no number"));
        let (low, high) = (number(low)?, number(high)?);
        return if low < high {
            Ok(Segment::Number { low, high })
        } else {
            Err(format!("`{slot}` is empty"))
        };
    }
    let (name, form) = slot.split_once('.').map_or((slot, None), |(name, form)| (name, Some(form)));
    let group =
        groups.iter().position(|group| group.name == name).ok_or_else(|| format!("unknown slot `{slot}`"))?;
    let forms = &groups[group].forms;
    let form = match form {
        None if forms.is_empty() => Some(0),
        None => None,
        Some(form) => forms.iter().position(|each| each == form),
    };
    let form = form.ok_or_else(|| format!("unknown form `{slot}`, there are {forms:?}"))?;
    Ok(Segment::Word { group, form })
}

/// Reads a file of templates against the Russian words.
#[cfg(test)]
pub(super) fn check(file: &'static str, content: &'static str) -> Result<(), String> {
    let groups = groups(RU.words)?;
    let mut roles: Vec<Vec<Template>> = Role::ALL.iter().map(|_| Vec::new()).collect();
    read_templates((file, content), &groups, &mut roles)
}
