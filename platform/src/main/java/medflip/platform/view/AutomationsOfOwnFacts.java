package medflip.platform.view;

import medflip.platform.command.MessageMetadata;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;

/** No automation follows from a fact that was brought from another server: what it would do was done there. */
public final class AutomationsOfOwnFacts implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.declaringClass().isAnnotationPresent(Automation.class) ? new OfOwn<>(original) : original;
    }

    private static final class OfOwn<T> extends WrappedMessageHandlingMember<T> {

        OfOwn(MessageHandlingMember<T> automation) {
            super(automation);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            return message.getMetaData().containsKey(MessageMetadata.BROUGHT_BY) ? null : super.handle(message, target);
        }
    }
}
