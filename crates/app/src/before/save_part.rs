//! Named parts of queries, `$name`: written once, used by many topics.
//!
//! A part is changed only when everything that uses it can still be read with it, so a topic never falls silent because of somebody
//! who did not look at it. All saves of queries take turns, so what was checked is what is stored.

use std::collections::BTreeSet;

use jiff::Timestamp;
use nabat_crisis::id::TopicId;
use nabat_crisis::person::Actor;
use nabat_store::QueryPart;
use nabat_watch::matching::Query;

use super::query::{Parts, QueryFault, checked};
use crate::news::News;
use crate::settings::people::Names;
use crate::watched::Watched;
use crate::{App, Refused, Result};

/// Longest name of a part, in characters (guess: longer ones are sentences).
const NAME_CHARS_MAX: usize = 60;
/// Longest reason for a change, in characters.
const WHY_CHARS_MAX: usize = 500;
/// Most named parts (guess: a hundred times what a house has).
const PARTS_MAX: usize = 10_000;

/// A named part with who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartView {
    /// Its name, without `$`.
    pub name: String,
    /// Its query.
    pub query: String,
    /// When it was last changed.
    pub at: Timestamp,
    /// Who changed it.
    pub by: Actor,
    /// That person's name.
    pub by_name: Option<String>,
    /// Why it was last changed.
    pub why: String,
    /// Topics that use it, also through other parts.
    pub used_by: Vec<TopicId>,
    /// Parts that name it themselves.
    pub used_by_parts: Vec<String>,
}

/// A reason as it is kept.
pub(super) fn checked_why(why: &str) -> Result<String> {
    let why = why.trim();
    if why.chars().count() > WHY_CHARS_MAX {
        return Err(Refused::WordsTooLong);
    }
    Ok(why.to_owned())
}

/// A name that the query language reads as the name of a part.
fn checked_name(name: &str) -> Result<String> {
    let bad = || Refused::BadValue("name");
    let name = name.strip_prefix('$').unwrap_or(name);
    let read = Query::parse(&format!("${name}")).map_err(|_| bad())?;
    let fits = read.part_names() == [name] && name.chars().count() <= NAME_CHARS_MAX;
    if fits { Ok(name.to_owned()) } else { Err(bad()) }
}

/// The fault of a user of a part, told of the part's text: there is where it can be put right.
fn of_user(mut fault: QueryFault, used_by: String, query: &str) -> Refused {
    fault.args.push(("used_by", used_by));
    fault.span = (0, query.encode_utf16().count());
    Refused::BadQuery(Box::new(fault))
}

impl App {
    /// All named parts, by name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn query_parts(&self) -> Result<Vec<PartView>> {
        let names = self.names().await?;
        let watched = self.watched.load_full();
        let parts = self.store.query_parts().await?.into_iter();
        Ok(parts.map(|part| view(part, &watched, &names)).collect())
    }

    /// Makes or changes a part; the topics that use it are live with it at once, and run over the stored posts in the background.
    ///
    /// # Errors
    /// [`Refused::BadValue`] for the name, [`Refused::BadQuery`] when it cannot be read, or when a topic or part that uses it could no
    /// longer be read: then `used_by` among the values says which.
    pub async fn save_part(&self, name: String, query: String, why: String, by: Actor) -> Result<PartView> {
        let (name, why) = (checked_name(&name)?, checked_why(&why)?);
        let _turn = self.saving.lock().await;
        let watched = self.watched.load_full();
        if watched.parts().len() >= PARTS_MAX && watched.parts().text(&name).is_none() {
            return Err(Refused::BadValue("name"));
        }
        let next = watched.parts().with(&name, &query).map_err(|fault| Refused::BadQuery(Box::new(fault)))?;
        ensure_readable(&watched, &next, &name, &query)?;
        let part = self.store.put_query_part(name.clone(), query, why, by, self.clock.now()).await?;
        self.parts_changed(&name).await?;
        Ok(view(part, &self.watched.load(), &self.names().await?))
    }

    /// Deletes a part that nothing uses; its versions are kept.
    ///
    /// # Errors
    /// [`Refused::NotFound`], [`Refused::PartInUse`].
    pub async fn delete_part(&self, name: String, by: Actor) -> Result<()> {
        let _turn = self.saving.lock().await;
        let watched = self.watched.load_full();
        let used = watched.users_of(&name).next().is_some() || watched.parts().naming(&name).next().is_some();
        if used {
            return Err(Refused::PartInUse);
        }
        if !self.store.remove_query_part(name.clone(), String::new(), by, self.clock.now()).await? {
            return Err(Refused::NotFound);
        }
        self.parts_changed(&name).await
    }

    /// Puts changed parts before the stream, and asks for the re-runs of the topics that use this one.
    async fn parts_changed(&self, name: &str) -> Result<()> {
        self.reload_topics().await?;
        let watched = self.watched.load_full();
        let users: Vec<TopicId> = watched
            .users_of(name)
            .filter(|topic| topic.archived_at.is_none())
            .map(|topic| topic.id)
            .collect();
        if users.is_empty() {
            return Ok(());
        }
        self.store.request_reruns(users.clone()).await?;
        for topic in users {
            self.rerun_history(topic);
            self.news.tell(News::Topic(topic));
        }
        Ok(())
    }
}

/// That the part itself, the parts that use it and the topics that use it can be read with the next parts, unless they could not before.
fn ensure_readable(watched: &Watched, next: &Parts, name: &str, query: &str) -> Result<()> {
    checked(query, next).map_err(|fault| Refused::BadQuery(Box::new(fault)))?;
    let mut above: BTreeSet<&str> = BTreeSet::from([name]);
    // Parts name parts; each round finds those one step further up.
    loop {
        let more: Vec<&str> = above.iter().flat_map(|part| next.naming(part)).collect();
        let n_before = above.len();
        above.extend(more);
        if above.len() == n_before {
            break;
        }
    }
    for part in above.into_iter().filter(|part| *part != name) {
        let was_fine = watched.parts().text(part).is_some_and(|text| checked(text, watched.parts()).is_ok());
        if let Some(Err(fault)) = next.text(part).map(|text| checked(text, next)).filter(|_| was_fine) {
            return Err(of_user(fault, format!("${part}"), query));
        }
    }
    for topic in watched.users_of(name) {
        let was_fine = watched.query(topic.id).is_some();
        if let Err(fault) = checked(&topic.query, next)
            && was_fine
        {
            return Err(of_user(fault, topic.name.clone(), query));
        }
    }
    Ok(())
}

fn view(part: QueryPart, watched: &Watched, names: &Names) -> PartView {
    PartView {
        used_by: watched.users_of(&part.name).map(|topic| topic.id).collect(),
        used_by_parts: watched.parts().naming(&part.name).map(str::to_owned).collect(),
        by_name: names.of(part.by),
        name: part.name,
        query: part.query,
        at: part.at,
        by: part.by,
        why: part.why,
    }
}
