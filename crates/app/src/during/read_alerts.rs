//! Alerts as pages show them: with what they are about.

use std::collections::BTreeMap;

use nabat_crisis::alert::{Alert, AlertSubject};
use nabat_crisis::id::{AlertId, IncidentId};
use nabat_crisis::source::Source;

use super::read_incidents::IncidentView;
use crate::{App, Result};

/// An alert with what it is about.
#[derive(Debug, Clone)]
pub struct AlertView {
    /// The alert.
    pub alert: Alert,
    /// Its incident.
    pub incident: Option<IncidentView>,
    /// Its source.
    pub source: Option<Source>,
}

impl App {
    /// Alerts after a number, or the latest ones; newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn alerts_after(&self, after: Option<AlertId>, limit: usize) -> Result<Vec<AlertView>> {
        let mut alerts = self.store.alerts_after(after, limit).await?;
        alerts.sort_by_key(|alert| std::cmp::Reverse(alert.id));
        // An incident that rang often is read once.
        let mut seen: BTreeMap<IncidentId, IncidentView> = BTreeMap::new();
        let mut views = Vec::with_capacity(alerts.len());
        for alert in alerts {
            let AlertSubject::Incident(id) = alert.said.subject else {
                views.push(self.with_subject(alert).await?);
                continue;
            };
            let view = match seen.get(&id) {
                Some(known) => AlertView { incident: Some(known.clone()), source: None, alert },
                None => self.with_subject(alert).await?,
            };
            seen.extend(view.incident.clone().map(|incident| (id, incident)));
            views.push(view);
        }
        Ok(views)
    }

    /// One alert.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn alert_view(&self, id: AlertId) -> Result<Option<AlertView>> {
        match self.store.alert(id).await? {
            Some(alert) => Ok(Some(self.with_subject(alert).await?)),
            None => Ok(None),
        }
    }

    async fn with_subject(&self, alert: Alert) -> Result<AlertView> {
        let mut view = AlertView { incident: None, source: None, alert };
        match view.alert.said.subject {
            AlertSubject::Incident(id) => {
                if let Some(incident) = self.store.incident(id).await? {
                    view.incident = Some(self.incident_view(incident).await?);
                }
            }
            AlertSubject::Source(id, _) => view.source = self.store.source(id).await?,
            AlertSubject::Channel => {}
        }
        Ok(view)
    }
}
