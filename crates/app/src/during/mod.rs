//! While it burns: the radar, the charts, the inbox, the incident room.

pub mod export;
pub mod read_alerts;
pub mod read_cases;
pub mod read_chart;
pub mod read_incidents;
pub mod read_mentions;
pub mod read_radar;
pub mod step_case;
pub mod step_incident;
