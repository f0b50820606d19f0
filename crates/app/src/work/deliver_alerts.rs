//! The outbox: alerts go to every webhook, at least once, keyed, with their reason, until taken or given up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use nabat_connectors::channels::webhook;
use nabat_crisis::alert::{Alert, AlertReason, AlertSubject, next_attempt_at};
use nabat_crisis::id::ChannelId;
use nabat_crisis::person::Language;
use nabat_crisis::signal::Evidence;
use nabat_crisis::source::SourceTrouble;
use nabat_store::{Attempt, DueDelivery, SignalFilter};
use serde_json::{Value, json};

use crate::words::{Word, say};
use crate::{App, Result};

/// Deliveries begun in one round.
const AT_ONCE: usize = 500;
/// Longest detail kept of a failed attempt, in characters.
const DETAIL_CHARS_MAX: usize = 300;

/// Channels that are being delivered to. A channel gets its alerts one after the other; one that hangs holds up no other.
#[derive(Debug, Default)]
pub struct Busy(Mutex<BTreeSet<ChannelId>>);

impl Busy {
    fn begin(&self, channel: ChannelId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(channel)
    }

    fn end(&self, channel: ChannelId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&channel);
    }
}

/// One round: begins to send what is due, and does not wait for slow receivers.
///
/// # Errors
/// When the store fails. A webhook that fails is noted and tried again by the published schedule.
pub async fn round(app: &App) -> Result<()> {
    let mut by_channel: BTreeMap<ChannelId, Vec<DueDelivery>> = BTreeMap::new();
    for due in app.store.due_deliveries(app.clock.now(), AT_ONCE).await? {
        by_channel.entry(due.channel.id).or_default().push(due);
    }
    for (channel, due) in by_channel {
        if app.busy_channels.begin(channel) {
            tokio::spawn(send_all(app.clone(), channel, due));
        }
    }
    Ok(())
}

async fn send_all(app: App, channel: ChannelId, due: Vec<DueDelivery>) {
    for delivery in due {
        if let Err(error) = deliver(&app, delivery).await {
            tracing::error!(channel.id = channel.0, error = %super::chain(&error), "an alert could not be delivered or noted; it is tried again");
            break;
        }
    }
    app.busy_channels.end(channel);
}

async fn deliver(app: &App, due: DueDelivery) -> Result<()> {
    let body = cloud_event(app, &due.alert).await?.to_string();
    let id = format!("alert-{}", due.alert.id);
    // The receiver checks that the time is near its own, so the machine's clock signs, whatever world is played.
    let signed_at = crate::Clock::machine().now();
    let sent = webhook::send(
        &app.http,
        &due.channel.url,
        due.channel.secret.reveal(),
        &id,
        signed_at,
        body.as_bytes(),
    )
    .await;
    let at = app.clock.now();
    let attempt = match sent {
        Ok(delivered) => {
            Attempt { at, delivered: true, status: Some(delivered.status), detail: String::new() }
        }
        Err(error) => Attempt {
            at,
            delivered: false,
            status: None,
            detail: super::chain(&error).chars().take(DETAIL_CHARS_MAX).collect(),
        },
    };
    let next_at = if attempt.delivered { None } else { next_attempt_at(due.n_attempts + 1, at) };
    if !attempt.delivered && next_at.is_none() {
        tracing::error!(
            channel.id = due.channel.id.0,
            alert.id = due.alert.id.0,
            "a webhook did not take an alert after the last attempt: look at it in the settings"
        );
    }
    app.store.record_attempt(due.id, attempt, next_at).await?;
    Ok(())
}

/// An alert as a `CloudEvents` 1.0 event in JSON. Its id is the same at each attempt, so a receiver can tell a repeat.
async fn cloud_event(app: &App, alert: &Alert) -> Result<Value> {
    let (kind, subject, data) = match alert.said.subject {
        AlertSubject::Incident(id) => {
            ("incident", format!("incident/{id}"), incident_data(app, alert, id).await?)
        }
        AlertSubject::Source(id, trouble) => {
            ("source", format!("source/{id}"), source_data(app, alert, id, trouble).await?)
        }
        AlertSubject::Channel => (
            "channel",
            "channel".to_owned(),
            json!({ "text": say(app.house.load().language, "told-channel-test", &[]) }),
        ),
    };
    let mut data = data;
    data["reason"] = json!(alert.said.reason.name());
    Ok(json!({
        "specversion": "1.0",
        "id": format!("alert-{}", alert.id),
        "source": "/nabat",
        "type": format!("nabat.{kind}.{}", alert.said.reason.name()),
        "subject": subject,
        "time": alert.said.at.to_string(),
        "datacontenttype": "application/json",
        "data": data,
    }))
}

async fn incident_data(app: &App, alert: &Alert, id: nabat_crisis::id::IncidentId) -> Result<Value> {
    let Some(incident) = app.store.incident(id).await? else { return Ok(json!({})) };
    let until = alert.said.at.saturating_add(jiff::SignedDuration::from_secs(1)).unwrap_or(alert.said.at);
    let filter = SignalFilter { incident: Some(id), until: Some(until), ..SignalFilter::default() };
    let latest = app.store.signals(filter, None, 1).await?.items.into_iter().next();
    let topic = app.watched.load().topic(incident.topic).map(|topic| topic.name.clone()).unwrap_or_default();
    let language = app.house.load().language;
    let key = match alert.said.reason {
        AlertReason::First => "told-incident-first",
        AlertReason::Grew => "told-incident-grew",
        AlertReason::Escalated => "told-incident-escalated",
        AlertReason::Repeat => "told-incident-repeat",
        AlertReason::Resolved => "told-incident-resolved",
        AlertReason::Test => "told-channel-test",
    };
    let mut words = vec![("topic", Word::Text(topic.clone())), ("observed", Word::from(incident.n_told))];
    if let Some(stored) = &latest {
        let Evidence::MentionSurge(surge) = &stored.signal.said.evidence;
        words = vec![
            ("topic", Word::Text(topic.clone())),
            ("observed", Word::from(surge.n_observed)),
            ("times", Word::Number(rounded(surge.ratio))),
            ("ratio", Word::Text(written(language, surge.ratio))),
            ("expected", Word::Text(written(language, surge.expected_per_hour))),
            ("authors", Word::from(surge.n_authors)),
        ];
    }
    Ok(json!({
        "text": say(language, key, &words),
        "incident": { "id": id.0, "status": incident.status.name(), "opened_at": incident.opened_at.to_string(), "path": format!("/incidents/{id}") },
        "topic": { "id": incident.topic.0, "name": topic },
        "evidence": latest.map(|stored| serde_json::to_value(&stored.signal.said.evidence)).transpose().map_err(anyhow::Error::from)?,
    }))
}

async fn source_data(
    app: &App,
    alert: &Alert,
    id: nabat_crisis::id::SourceId,
    trouble: SourceTrouble,
) -> Result<Value> {
    let name = app.store.source(id).await?.map(|source| source.name).unwrap_or_default();
    let key = match (alert.said.reason, trouble) {
        (AlertReason::Resolved, _) => "told-source-resolved",
        (_, SourceTrouble::Silent) => "told-source-silent",
        (_, SourceTrouble::Failing) => "told-source-failing",
    };
    let text = say(app.house.load().language, key, &[("source", Word::Text(name.clone()))]);
    Ok(json!({ "text": text, "source": { "id": id.0, "name": name, "trouble": trouble.name() } }))
}

/// To one decimal; whole numbers from ten on, where decimals say nothing.
fn rounded(number: f64) -> f64 {
    if number >= 10.0 { number.round() } else { (number * 10.0).round() / 10.0 }
}

fn written(language: Language, number: f64) -> String {
    let text = rounded(number).to_string();
    match language {
        Language::En => text,
        Language::Pl | Language::Ru => text.replace('.', ","),
    }
}
