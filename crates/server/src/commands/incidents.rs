//! What imports and replays say at their end: which incidents there are.

use nabat_app::App;

use super::say;

/// Says which incidents are in the store, in order of time.
pub(crate) async fn report_incidents(app: &App) -> anyhow::Result<()> {
    let mut cursor = None;
    let mut incidents = Vec::new();
    loop {
        let page = app.incidents(nabat_store::IncidentFilter::default(), cursor, 200).await?;
        incidents.extend(page.items);
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    incidents.sort_by_key(|view| (view.incident.opened_at, view.incident.id));
    say(&format!("incidents: {}", incidents.len()));
    for view in incidents {
        let incident = &view.incident;
        say(&format!(
            "  #{} {} {} from {} until {}: {} mentions, strongest hour {}",
            incident.id,
            incident.status.name(),
            view.topic_name,
            incident.from,
            incident.last_signal_at,
            view.n_mentions,
            view.n_hour_peak
        ));
    }
    Ok(())
}
