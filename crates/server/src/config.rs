//! Settings of the process: a small TOML file, then the environment, then the command line. What people set in the browser is
//! not here: it lies in the store.
//!
//! | key in `nabat.toml` | environment | default | meaning |
//! |---|---|---|---|
//! | `listen` | `NABAT_LISTEN` | `127.0.0.1:8800` | address and port of the browser app and the API |
//! | `data` | `NABAT_DATA` | `nabat-data` | folder of the store and of uploads |
//! | `log` | `NABAT_LOG` | `info` | how much is logged: `error`, `warn`, `info`, `debug`, or a filter by module |
//! | `log_format` | `NABAT_LOG_FORMAT` | `text` | `text` for people, `json` for collectors of logs |

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Deserialize;

/// The file that is read when none is named, if it is there.
const FILE: &str = "nabat.toml";

/// Settings of the process.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// Address and port.
    pub listen: String,
    /// Folder of the store.
    pub data: PathBuf,
    /// How much is logged.
    pub log: String,
    /// How it is logged.
    pub log_format: LogFormat,
}

/// How logs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// For collectors: one JSON object a line.
    Json,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<String>,
    data: Option<PathBuf>,
    log: Option<String>,
    log_format: Option<LogFormat>,
}

impl Config {
    /// Reads the named file, or `nabat.toml` if it is there, and the environment.
    pub(crate) fn read(named: Option<&Path>) -> anyhow::Result<Self> {
        let file = match named {
            Some(path) => Some((
                path,
                std::fs::read_to_string(path)
                    .with_context(|| format!("failed to read the settings file `{}`", path.display()))?,
            )),
            None => std::fs::read_to_string(FILE).ok().map(|text| (Path::new(FILE), text)),
        };
        let file = match file {
            Some((path, text)) => parse(path, &text)?,
            None => File::default(),
        };
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let log_format = match set("NABAT_LOG_FORMAT").as_deref() {
            Some("json") => Some(LogFormat::Json),
            Some("text") => Some(LogFormat::Text),
            Some(other) => anyhow::bail!("NABAT_LOG_FORMAT is `{other}`: give `text` or `json`"),
            None => file.log_format,
        };
        Ok(Self {
            listen: set("NABAT_LISTEN").or(file.listen).unwrap_or_else(|| "127.0.0.1:8800".to_owned()),
            data: set("NABAT_DATA")
                .map(PathBuf::from)
                .or(file.data)
                .unwrap_or_else(|| PathBuf::from("nabat-data")),
            log: set("NABAT_LOG").or(file.log).unwrap_or_else(|| "info".to_owned()),
            log_format: log_format.unwrap_or(LogFormat::Text),
        })
    }
}

fn parse(path: &Path, text: &str) -> anyhow::Result<File> {
    toml::from_str(text).map_err(|error| {
        anyhow::anyhow!("the settings file `{}` cannot be used: put this right, or take the line out (keys: listen, data, log, log_format)\n{error}", path.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_is_named_with_its_line() {
        let error = parse(Path::new("nabat.toml"), "listen = \"127.0.0.1:9000\"\nporrt = 3\n")
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("porrt") && error.contains("line 2") && error.contains("log_format"),
            "{error}"
        );
    }

    #[test]
    fn a_small_file_is_read() {
        let file = parse(Path::new("nabat.toml"), "data = \"/srv/nabat\"\nlog_format = \"json\"\n").unwrap();
        assert_eq!((file.data, file.log_format), (Some(PathBuf::from("/srv/nabat")), Some(LogFormat::Json)));
    }
}
