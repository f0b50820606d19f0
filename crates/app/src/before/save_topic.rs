//! Topics: what is watched. A saved query is live at once; what is stored already is matched again in the background.

use jiff::Timestamp;
use nabat_crisis::id::TopicId;
use nabat_crisis::person::Actor;
use nabat_crisis::topic::{
    ANSWER_WITHIN_MINUTES_DEFAULT, AnswerPolicy, TOPIC_NAME_CHARS_MAX, Topic, TopicKind,
};
use nabat_store::{QueryVersion, TopicDraft};
use tokio::sync::MutexGuard;

use super::query::{Parts, checked};
use super::save_part::checked_why;
use crate::news::News;
use crate::{App, Refused, Result};

/// A topic as people write it; what is `None` takes the default of its kind.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What people call it.
    pub name: String,
    /// What it is about.
    pub kind: TopicKind,
    /// The query that finds it.
    pub query: String,
    /// Which mentions need an answer.
    pub answers: Option<AnswerPolicy>,
    /// The response clock, in minutes.
    pub answer_within_minutes: Option<u32>,
    /// Why the query changes.
    pub why: String,
}

/// A query a topic has or had, with who wrote it and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionView {
    /// The query.
    pub query: String,
    /// Since when it was in force.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// That person's name.
    pub by_name: Option<String>,
    /// Why it was changed.
    pub why: String,
    /// Stored posts it matched that the version before did not, once they are counted.
    pub n_brings: Option<u64>,
    /// Stored posts the version before matched and it did not, once they are counted.
    pub n_loses: Option<u64>,
}

impl Draft {
    fn check(self, parts: &Parts) -> Result<TopicDraft> {
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            return Err(Refused::NameMissing);
        }
        if name.chars().count() > TOPIC_NAME_CHARS_MAX || name.chars().any(char::is_control) {
            return Err(Refused::BadValue("name"));
        }
        checked(&self.query, parts).map_err(|fault| Refused::BadQuery(Box::new(fault)))?;
        let minutes = self.answer_within_minutes.unwrap_or(ANSWER_WITHIN_MINUTES_DEFAULT);
        // A week at most: a longer clock is no clock.
        if !(1..=10_080).contains(&minutes) {
            return Err(Refused::BadValue("answer_within_minutes"));
        }
        let answers = self.answers.unwrap_or(self.kind.answers_default());
        Ok(TopicDraft { name, kind: self.kind, query: self.query, answers, answer_within_minutes: minutes })
    }
}

impl App {
    /// Adds a topic.
    ///
    /// # Errors
    /// [`Refused::NameMissing`], [`Refused::BadValue`], [`Refused::BadQuery`] with the place of the fault.
    pub async fn add_topic(&self, draft: Draft, by: Actor) -> Result<Topic> {
        let turn = self.saving.lock().await;
        let draft = draft.check(self.watched.load().parts())?;
        let topic = self.store.create_topic(draft, by, self.clock.now()).await?;
        self.topic_changed(turn, topic.clone(), true).await?;
        Ok(topic)
    }

    /// Changes a topic. Earlier versions of its query are kept, and so is everything they found.
    ///
    /// # Errors
    /// As [`App::add_topic`], and [`Refused::NotFound`], [`Refused::WordsTooLong`] for the reason.
    pub async fn change_topic(&self, id: TopicId, draft: Draft, by: Actor) -> Result<Topic> {
        let turn = self.saving.lock().await;
        let old = self.store.topic(id).await?.ok_or(Refused::NotFound)?;
        let why = checked_why(&draft.why)?;
        let draft = draft.check(self.watched.load().parts())?;
        let topic = self.store.update_topic_because(id, draft, why, by, self.clock.now()).await?;
        let topic = topic.ok_or(Refused::NotFound)?;
        self.topic_changed(turn, topic.clone(), old.query != topic.query).await?;
        Ok(topic)
    }

    /// Stops watching a topic; what it found stays.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn archive_topic(&self, id: TopicId, by: Actor) -> Result<Topic> {
        let turn = self.saving.lock().await;
        let topic = self.store.archive_topic(id, by, self.clock.now()).await?.ok_or(Refused::NotFound)?;
        self.topic_changed(turn, topic.clone(), false).await?;
        Ok(topic)
    }

    /// Watches an archived topic again.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn restore_topic(&self, id: TopicId, by: Actor) -> Result<Topic> {
        let turn = self.saving.lock().await;
        let topic = self.store.unarchive_topic(id, by, self.clock.now()).await?.ok_or(Refused::NotFound)?;
        self.topic_changed(turn, topic.clone(), true).await?;
        Ok(topic)
    }

    /// The query of a topic and all it had before, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn topic_versions(&self, id: TopicId) -> Result<Vec<VersionView>> {
        let names = self.names().await?;
        let versions = self.store.topic_versions(id).await?.into_iter();
        let view = |version: QueryVersion| VersionView {
            query: version.query,
            at: version.at,
            by: version.by,
            by_name: names.of(version.by),
            why: version.why,
            n_brings: version.n_brings,
            n_loses: version.n_loses,
        };
        Ok(versions.map(view).collect())
    }

    /// The stream is matched against it before anybody is told. Nobody else saves until then.
    async fn topic_changed(&self, turn: MutexGuard<'_, ()>, topic: Topic, query_changed: bool) -> Result<()> {
        let id = topic.id;
        self.put_topic(topic).await?;
        drop(turn);
        if query_changed {
            self.rerun_history(id);
        }
        self.news.tell(News::Topic(id));
        Ok(())
    }
}
