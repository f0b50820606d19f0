//! Time passes: buckets close, incidents nobody took are told again, silent sources raise an alarm.

use std::sync::atomic::Ordering;

use nabat_crisis::alert::{AlertReason, AlertSubject, NewAlert};
use nabat_crisis::during::decide::on_time;
use nabat_crisis::during::incident::{Happening, TimelineEntry};
use nabat_crisis::person::Actor;
use nabat_crisis::source::Source;
use nabat_store::StoreError;

use crate::news::News;
use crate::{App, Result, flow};

/// One round: everything the present instant asks for.
///
/// # Errors
/// When the store fails; the next round does it again.
pub async fn round(app: &App) -> Result<()> {
    // A file that rings is judged when its last post is in: until then its counts are a part of the truth.
    if app.n_imports.load(Ordering::SeqCst) == 0 {
        flow::ring(app).await?;
    }
    repeat_alerts(app).await?;
    watch_sources(app).await
}

async fn repeat_alerts(app: &App) -> Result<()> {
    let now = app.clock.now();
    for incident in app.store.open_incidents().await? {
        let Some(after) = on_time(&incident, now) else { continue };
        let id = incident.id;
        let key = format!("incident:{id}:repeat:{}", after.n_repeats);
        let alert =
            NewAlert { subject: AlertSubject::Incident(id), reason: AlertReason::Repeat, at: now, key };
        let entry = TimelineEntry { at: now, by: Actor::Nabat, what: Happening::Told(AlertReason::Repeat) };
        match app.store.tell_incident(incident, after, entry, alert).await {
            Ok(alert) => {
                app.news.tell(News::Incident(id));
                if let Some(alert) = alert {
                    app.news.tell(News::Alert(alert));
                }
            }
            // A person took it in this very instant: nothing to repeat.
            Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

async fn watch_sources(app: &App) -> Result<()> {
    let now = app.clock.now();
    for source in app.store.sources().await? {
        match (source.trouble(now), source.health.alarm_since) {
            (Some(trouble), None) => {
                let subject = AlertSubject::Source(source.id, trouble);
                let key = format!("source:{}:{}:{now}", source.id, trouble.name());
                let alert = NewAlert { subject, reason: AlertReason::First, at: now, key };
                tell(app, &source, app.store.raise_alarm(source.id, alert).await?);
            }
            (None, Some(since)) => {
                // A source switched off by a person is no longer in alarm, and has not recovered either.
                let alert = (!source.paused).then(|| NewAlert {
                    subject: AlertSubject::Source(source.id, nabat_crisis::source::SourceTrouble::Silent),
                    reason: AlertReason::Resolved,
                    at: now,
                    key: format!("source:{}:resolved:{since}", source.id),
                });
                app.store.clear_alarm(source.id, alert).await?;
                tell(app, &source, app.store.latest_alert().await?);
            }
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    Ok(())
}

fn tell(app: &App, source: &Source, alert: Option<nabat_crisis::id::AlertId>) {
    app.news.tell(News::Source(source.id));
    if let Some(alert) = alert {
        app.news.tell(News::Alert(alert));
    }
}
