//! A slow, obvious evaluator of Nabat's queries, enough to check what the world's own topics find.

use nabat_crisis::post::Item;

/// Whether a query finds an item. Panics on a query it cannot read: only the simulator's own queries come here.
pub(crate) fn finds(query: &str, item: &Item) -> bool {
    let mut parser = Parser { tokens: lex(query), at: 0, item, words: words(item) };
    let found = parser.any();
    assert_eq!(parser.at, parser.tokens.len(), "query not read to its end: {query}");
    found
}

fn words(item: &Item) -> Vec<String> {
    let all = format!("{} {}", item.title.as_deref().unwrap_or_default(), item.text).to_lowercase();
    all.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '#' && letter != '@')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn lex(query: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = query.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '(' | ')' => 1,
            '"' => rest[1..].find('"').expect("every phrase is closed") + 2,
            _ => rest.find([' ', '(', ')']).unwrap_or(rest.len()),
        };
        tokens.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    tokens
}

struct Parser<'a> {
    tokens: Vec<String>,
    at: usize,
    item: &'a Item,
    words: Vec<String>,
}

impl Parser<'_> {
    fn next_is(&mut self, token: &str) -> bool {
        let is = self.tokens.get(self.at).is_some_and(|next| next == token);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self) -> bool {
        let mut found = self.all();
        while self.next_is("OR") {
            found |= self.all();
        }
        found
    }

    fn all(&mut self) -> bool {
        let mut found = self.one();
        while self.next_is("AND") {
            found &= self.one();
        }
        found
    }

    fn one(&mut self) -> bool {
        if self.next_is("NOT") {
            return !self.one();
        }
        if self.next_is("(") {
            let found = self.any();
            assert!(self.next_is(")"));
            return found;
        }
        self.at += 1;
        self.term(&self.tokens[self.at - 1].to_lowercase())
    }

    fn term(&self, term: &str) -> bool {
        if let Some(network) = term.strip_prefix("network:") {
            return self.item.uid.network.as_str() == network;
        }
        if let Some(lang) = term.strip_prefix("lang:") {
            return self.item.lang.as_deref() == Some(lang);
        }
        if let Some(phrase) = term.strip_prefix('"') {
            let phrase: Vec<&str> = phrase.trim_end_matches('"').split(' ').collect();
            return self.words.windows(phrase.len()).any(|words| words == phrase);
        }
        match term.strip_suffix('*') {
            Some(stem) => self.words.iter().any(|word| word.starts_with(stem)),
            None => self.words.iter().any(|word| word == term),
        }
    }
}
