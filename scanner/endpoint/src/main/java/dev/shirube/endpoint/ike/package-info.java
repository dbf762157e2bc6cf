/**
 * IKE_SA_INIT of IKEv2 (RFC 7296) with additional key exchanges (RFC 9370), all of it in clear: codec, conversation, course,
 * and what the transcript means.
 */
package dev.shirube.endpoint.ike;
