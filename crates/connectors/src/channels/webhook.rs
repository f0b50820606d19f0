//! Webhooks signed as [Standard Webhooks](https://www.standardwebhooks.com/) says, which carry a CloudEvents 1.0 event as JSON.
//!
//! The receiver checks `webhook-signature`: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, with the secret that is
//! shown to the user once as `whsec_…`. The id is that of the message and the same in each attempt, so a receiver drops repeats.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use nabat_crisis::Timestamp;
use reqwest::header::{CONTENT_TYPE, HeaderName};
use sha2::Sha256;

use crate::http::{Http, HttpError};

/// How a secret begins when people see it.
const SECRET_PREFIX: &str = "whsec_";
/// Random bytes of a new secret; the standard asks for 24 to 64.
const SECRET_BYTES: usize = 32;
/// Bytes read of an answer: its words matter only when it refuses, and then the first of them.
const ANSWER_BYTES_MAX: usize = 64 * 1024;
/// Characters of the receiver's words that are kept.
const WORDS_CHARS_MAX: usize = 200;
/// What the body is.
const EVENT_TYPE: &str = "application/cloudevents+json; charset=utf-8";

/// The receiver took the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    /// Status of its answer, 200 to 299.
    pub status: u16,
}

/// A secret that is not `whsec_` and base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the webhook secret is not `whsec_` followed by base64; create a new one")]
pub struct BadSecret;

/// Why a message was not taken, in words for the delivery log.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// It cannot be signed.
    #[error(transparent)]
    BadSecret(#[from] BadSecret),
    /// There was no whole answer.
    #[error(transparent)]
    NoAnswer(#[from] HttpError),
    /// The receiver refused it. A redirect counts as refusal: a message goes only where a person said.
    #[error("the receiver answered {status}: {words}")]
    Refused {
        /// Status of its answer.
        status: u16,
        /// The beginning of its answer.
        words: String,
    },
}

/// Sends one message. `id` names the message and stays the same when it is sent again; `body` is the event as JSON.
///
/// # Errors
/// [`DeliveryError`]; whether and when to try again is the outbox's to decide.
pub async fn send(
    http: &Http,
    url: &str,
    secret: &str,
    id: &str,
    now: Timestamp,
    body: &[u8],
) -> Result<Delivered, DeliveryError> {
    let signature = sign(secret, id, now, body)?;
    let timestamp = now.as_second().to_string();
    let headers = [
        (CONTENT_TYPE, EVENT_TYPE),
        (HeaderName::from_static("webhook-id"), id),
        (HeaderName::from_static("webhook-timestamp"), &timestamp),
        (HeaderName::from_static("webhook-signature"), &signature),
    ];
    let answer = match http.post(url, &headers, body.to_vec(), ANSWER_BYTES_MAX).await {
        Ok(answer) => answer,
        Err(error) => return Err(error.into()),
    };
    match answer.status {
        status @ 200..=299 => Ok(Delivered { status }),
        status => {
            let words = String::from_utf8_lossy(&answer.body);
            let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
            Err(DeliveryError::Refused { status, words: words.chars().take(WORDS_CHARS_MAX).collect() })
        }
    }
}

/// The value of `webhook-signature` for a message sent at an instant.
///
/// # Errors
/// [`BadSecret`].
pub fn sign(secret: &str, id: &str, at: Timestamp, body: &[u8]) -> Result<String, BadSecret> {
    let encoded = secret.strip_prefix(SECRET_PREFIX).ok_or(BadSecret)?;
    let key = STANDARD.decode(encoded).ok().filter(|key| !key.is_empty()).ok_or(BadSecret)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| BadSecret)?;
    mac.update(format!("{id}.{}.", at.as_second()).as_bytes());
    mac.update(body);
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

/// A new random secret.
///
/// # Errors
/// When the system gives no random numbers.
pub fn new_secret() -> Result<String, getrandom::Error> {
    let mut key = [0; SECRET_BYTES];
    getrandom::fill(&mut key)?;
    Ok(format!("{SECRET_PREFIX}{}", STANDARD.encode(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_the_published_example() {
        let at = Timestamp::from_second(1_614_265_330).unwrap();
        let signature = sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at,
            br#"{"test": 2432232314}"#,
        );
        assert_eq!(signature.as_deref(), Ok("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    #[test]
    fn new_secrets_differ_and_sign() {
        let (one, other) = (new_secret().unwrap(), new_secret().unwrap());
        assert_ne!(one, other);
        assert!(sign(&one, "id", Timestamp::UNIX_EPOCH, b"{}").is_ok());
        for bad in ["", "whsec_", "whsec_???", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            assert_eq!(sign(bad, "id", Timestamp::UNIX_EPOCH, b"{}"), Err(BadSecret), "{bad}");
        }
    }
}
