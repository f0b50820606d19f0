//! Addresses within a feed.

use url::Url;

use crate::html::is_web_address;

/// The site a feed belongs to, by the feed's address.
pub(super) struct Site {
    base: Option<Url>,
}

impl Site {
    pub(super) fn of(url: &str) -> Self {
        Self { base: Url::parse(url).ok() }
    }

    /// The site's host, without `www.`.
    pub(super) fn host(&self) -> Option<&str> {
        let host = self.base.as_ref()?.host_str()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }

    /// A full address of the web; relative ones are those of the site. `None` for scripts and anything else.
    pub(super) fn link(&self, link: &str) -> Option<Box<str>> {
        let link = link.trim();
        if link.is_empty() {
            return None;
        }
        let full = match &self.base {
            _ if is_web_address(link) => link.to_owned(),
            Some(base) => base.join(link).ok()?.into(),
            None => return None,
        };
        is_web_address(&full).then(|| full.into())
    }

    /// An id as key: an id that is unique only within the site gets its host before it.
    pub(super) fn key(&self, id: &str) -> String {
        let unique = is_web_address(id) || id.starts_with("urn:") || id.starts_with("tag:");
        match self.host() {
            Some(host) if !unique => format!("{host}/{id}"),
            _ => id.to_owned(),
        }
    }
}
