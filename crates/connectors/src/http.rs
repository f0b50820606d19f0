//! The only HTTP client.
//!
//! It says who we are and how to reach us, waits no longer than its limits, follows few redirects, and reads no more of an answer
//! than its caller allows: a feed may be a gigabyte, or never end. Its errors name an address without what may be secret in it.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use reqwest::{Client, redirect};
use url::Url;

/// Limits of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HttpLimits {
    /// Until the connection stands.
    pub connect: Duration,
    /// Between two pieces of the answer.
    pub between_pieces: Duration,
    /// From the first byte sent to the last byte read.
    pub whole: Duration,
    /// Redirects that are followed.
    pub redirects: usize,
}

/// Limits that suit the servers of newspapers and of our own people (guess; most feed readers wait about as long).
pub const LIMITS: HttpLimits = HttpLimits {
    connect: Duration::from_secs(10),
    between_pieces: Duration::from_secs(20),
    whole: Duration::from_secs(60),
    redirects: 5,
};

/// The client. Cloning is cheap and shares connections.
#[derive(Debug, Clone)]
pub struct Http {
    /// Follows redirects: for reading.
    reading: Client,
    /// Follows none: what is told to one address is told to no other.
    telling: Client,
}

/// An answer whose body was read.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Header fields.
    pub headers: HeaderMap,
    /// Body, unzipped.
    pub body: Vec<u8>,
}

impl Answer {
    fn begun(response: &reqwest::Response) -> Self {
        Self { status: response.status().as_u16(), headers: response.headers().clone(), body: Vec::new() }
    }

    /// A header field that is readable text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Why there is no answer. `url` is shown without its user, password and query.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The client cannot be built: the contact holds signs that cannot be in a header, or the system has no certificates.
    #[error("failed to set up the HTTP client")]
    SetUp(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Not an address of the web.
    #[error("`{url}` is not an http or https address")]
    NotWeb {
        /// The address.
        url: String,
    },
    /// No connection.
    #[error("failed to connect to `{url}`; check the address and that the server runs")]
    Connect {
        /// The address.
        url: String,
        /// What the network says.
        #[source]
        source: Box<reqwest::Error>,
    },
    /// The server took too long.
    #[error("`{url}` did not answer in time")]
    TooSlow {
        /// The address.
        url: String,
    },
    /// More redirects than are followed, or a circle of them.
    #[error("`{url}` redirects too often; enter the address it ends at")]
    Redirects {
        /// The address.
        url: String,
    },
    /// The body is larger than allowed.
    #[error("`{url}` gives more than {bytes_max} bytes and was cut off; check that the address is right")]
    TooLarge {
        /// The address.
        url: String,
        /// Bytes that are allowed.
        bytes_max: usize,
    },
    /// The answer broke off or is not HTTP.
    #[error("the answer of `{url}` broke off or is not HTTP")]
    Broken {
        /// The address.
        url: String,
        /// What the client says.
        #[source]
        source: Box<reqwest::Error>,
    },
}

impl Http {
    /// A client with the usual [`LIMITS`]. `contact` is an address or a page by which those who run a server reach us.
    ///
    /// # Errors
    /// [`HttpError::SetUp`].
    pub fn new(contact: &str) -> Result<Self, HttpError> {
        Self::with_limits(contact, LIMITS)
    }

    /// A client with limits of one's own.
    ///
    /// # Errors
    /// [`HttpError::SetUp`].
    pub fn with_limits(contact: &str, limits: HttpLimits) -> Result<Self, HttpError> {
        let agent =
            HeaderValue::from_str(&user_agent(contact)).map_err(|error| HttpError::SetUp(error.into()))?;
        let build = |policy: redirect::Policy| {
            Client::builder()
                .default_headers(HeaderMap::from_iter([(USER_AGENT, agent.clone())]))
                .connect_timeout(limits.connect)
                .read_timeout(limits.between_pieces)
                .timeout(limits.whole)
                .redirect(policy)
                .referer(false)
                .build()
                .map_err(|error| HttpError::SetUp(error.into()))
        };
        Ok(Self {
            reading: build(redirect::Policy::limited(limits.redirects))?,
            telling: build(redirect::Policy::none())?,
        })
    }

    /// Asks for a page and reads at most `bytes_max` bytes of it.
    ///
    /// # Errors
    /// [`HttpError`] when there is no whole answer. Any status is an answer.
    pub async fn get(
        &self,
        url: &str,
        headers: &[(HeaderName, &str)],
        bytes_max: usize,
    ) -> Result<Answer, HttpError> {
        let request = self.reading.get(web_address(url)?);
        whole_answer(with_headers(request, headers), url, bytes_max).await
    }

    /// Sends a body, follows no redirect, and keeps the first `bytes_max` bytes of the answer. What breaks behind the status does
    /// not matter: the receiver has spoken.
    ///
    /// # Errors
    /// [`HttpError`] when there is no answer; it names the host alone, since the paths of webhooks are often secret. Any status is
    /// an answer.
    pub async fn post(
        &self,
        url: &str,
        headers: &[(HeaderName, &str)],
        body: Vec<u8>,
        bytes_max: usize,
    ) -> Result<Answer, HttpError> {
        let request = self.telling.post(web_address(url)?).body(body);
        let sent = with_headers(request, headers).send().await;
        let mut response = sent.map_err(|error| failure(error, shown_host(url)))?;
        let mut answer = Answer::begun(&response);
        while let Ok(Some(piece)) = response.chunk().await {
            let room = bytes_max - answer.body.len();
            answer.body.extend_from_slice(&piece[..piece.len().min(room)]);
            if answer.body.len() == bytes_max {
                break;
            }
        }
        Ok(answer)
    }
}

/// `Nabat/0.1 (+contact)`.
fn user_agent(contact: &str) -> String {
    let version = concat!("Nabat/", env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    match contact.trim() {
        "" => version.to_owned(),
        contact => format!("{version} (+{contact})"),
    }
}

/// An address without user, password, query and fragment, for messages, logs and pages.
pub fn shown_url(url: &str) -> String {
    let Ok(mut shown) = Url::parse(url) else {
        let end = url.find(['?', '#', '@']).unwrap_or(url.len());
        return url[..end].chars().take(200).collect();
    };
    shown.set_query(None);
    shown.set_fragment(None);
    // Addresses that cannot have a user refuse the change, and then have none.
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    shown.as_str().chars().take(200).collect()
}

fn web_address(url: &str) -> Result<Url, HttpError> {
    Url::parse(url)
        .ok()
        .filter(|parsed| matches!(parsed.scheme(), "http" | "https"))
        .ok_or_else(|| HttpError::NotWeb { url: shown_url(url) })
}

fn with_headers(
    mut request: reqwest::RequestBuilder,
    headers: &[(HeaderName, &str)],
) -> reqwest::RequestBuilder {
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    request
}

async fn whole_answer(
    request: reqwest::RequestBuilder,
    url: &str,
    bytes_max: usize,
) -> Result<Answer, HttpError> {
    let fail = |error: reqwest::Error| failure(error, shown_url(url));
    let mut response = request.send().await.map_err(fail)?;
    let mut answer = Answer::begun(&response);
    while let Some(piece) = response.chunk().await.map_err(fail)? {
        if answer.body.len() + piece.len() > bytes_max {
            return Err(HttpError::TooLarge { url: shown_url(url), bytes_max });
        }
        answer.body.extend_from_slice(&piece);
    }
    Ok(answer)
}

/// `url` as it may be shown.
fn failure(error: reqwest::Error, url: String) -> HttpError {
    // The client's own words repeat the address with all that is secret in it.
    let source = Box::new(error.without_url());
    if source.is_timeout() {
        HttpError::TooSlow { url }
    } else if source.is_redirect() {
        HttpError::Redirects { url }
    } else if source.is_connect() {
        HttpError::Connect { url, source }
    } else {
        HttpError::Broken { url, source }
    }
}

fn shown_host(url: &str) -> String {
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| shown_url(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_secrets() {
        assert_eq!(shown_url("https://anna:tajne@feed.example/a/b?token=1#x"), "https://feed.example/a/b");
        assert_eq!(shown_url("не адрес?token=1"), "не адрес");
    }

    #[test]
    fn we_say_who_we_are() {
        assert_eq!(user_agent("pr@zavod.example"), "Nabat/0.1 (+pr@zavod.example)");
        assert!(Http::new("строка\nвторая").is_err());
    }

    #[test]
    fn only_addresses_of_the_web_are_asked() {
        for bad in ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "лента", ""] {
            assert!(matches!(web_address(bad), Err(HttpError::NotWeb { .. })), "{bad}");
        }
    }
}
